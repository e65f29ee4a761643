public import ContentFolder
public import GuideCheck
import GuideRules
public import SourceText

/// The files of a content folder, parsed and checked.
///
/// The program creates every library in this way.
public struct CheckedContent {
  /// The content that was checked.
  public let content: Content
  private let result: CheckResult

  /// The library; nil if there are errors.
  public var library: Library? { result.library }

  /// Everything that reading, parsing, and checking found, in the order of the text.
  public var diagnostics: [Diagnostic] { result.diagnostics }

  /// The diagnostics that must be fixed before there is a library.
  public var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

  /// Checks the content for the default country; nil if there is no house file.
  ///
  /// - Parameters:
  ///   - text: The files.
  ///   - reservedNames: The names that a guide cannot have.
  ///   - today: The day that decides whether a review is due; nil to skip that check.
  public init?(_ text: ContentText, reservedNames: Set<String>, today: Day? = nil) {
    guard let parsed = ParsedContent(text, reservedNames: reservedNames) else { return nil }
    self.init(parsed, country: ContentText.defaultCountry, today: today)
  }

  private init(_ parsed: ParsedContent, country: String, today: Day?) {
    content = parsed.content(for: country, today: today)
    result = check(content, after: parsed.diagnostics)
  }

  /// Checks the content for a session; nil if there is no house file.
  ///
  /// Problems with the list of sources do not keep a guide from opening.
  public init?(forSession text: ContentText, reservedNames: Set<String>) {
    guard let parsed = ParsedContent(text, reservedNames: reservedNames) else { return nil }
    var content = parsed.content()
    content.checksSources = false
    self.content = content
    result = check(content, after: parsed.diagnostics.filter { !$0.isAboutSources })
  }

  /// Parses a folder once and checks it for every country, the default one first; empty if there is no
  /// house file.
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
