public import ContentFolder
public import GuideCheck
import GuideRules
public import SourceText

/// The files of a content folder, parsed and checked: the program's one way from files to a library.
public struct CheckedContent {
  /// The content, as it was given to the check.
  public let content: Content
  private let result: CheckResult

  /// The library; nil as long as there is an error.
  public var library: Library? { result.library }

  /// All that reading, parsing and checking found, in the order of their places.
  public var diagnostics: [Diagnostic] { result.diagnostics }

  /// Those that must be fixed before there is a library.
  public var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

  /// Checks the content as it is read in the country of this program; nil if there is no house.
  ///
  /// - Parameters:
  ///   - text: The files.
  ///   - reservedNames: The names that no guide may have.
  ///   - today: The day for what is due to be read again; nil to leave that out.
  public init?(_ text: ContentText, reservedNames: Set<String>, today: Day? = nil) {
    guard let parsed = ParsedContent(text, reservedNames: reservedNames) else { return nil }
    self.init(parsed, country: ContentText.defaultCountry, today: today)
  }

  private init(_ parsed: ParsedContent, country: String, today: Day?) {
    content = parsed.content(for: country, today: today)
    result = check(content, after: parsed.diagnostics)
  }

  /// Checks the content for a session; nil if there is no house.
  ///
  /// What is wrong with the list of sources is no reason to close a guide.
  public init?(forSession text: ContentText, reservedNames: Set<String>) {
    guard let parsed = ParsedContent(text, reservedNames: reservedNames) else { return nil }
    var content = parsed.content()
    content.checksSources = false
    self.content = content
    result = check(content, after: parsed.diagnostics.filter { !$0.isAboutSources })
  }

  /// Parses a folder once and checks it for every country: the default one first; empty if there is no
  /// house.
  static func everyCountry(
    of text: ContentText,
    reservedNames: Set<String>,
    today: Day
  ) -> [CheckedContent] {
    guard let parsed = ParsedContent(text, reservedNames: reservedNames) else { return [] }
    return ([ContentText.defaultCountry] + text.countries).map { country in
      CheckedContent(parsed, country: country, today: today)
    }
  }
}

extension Diagnostic {
  fileprivate var isAboutSources: Bool {
    labels.first?.source.path.hasSuffix("evidence/sources.json") == true
  }
}
