import ContentFolder
import GuideCheck
import GuideRules
import SourceText

/// The files of a content folder, parsed and checked: the program's one way from files to a library.
struct CheckedContent {
  let content: Content
  private let result: CheckResult

  /// The library; nil as long as there is an error.
  var library: Library? { result.library }

  /// All that reading, parsing and checking found, in the order of their places.
  var diagnostics: [Diagnostic] { result.diagnostics }

  /// Those that must be fixed before there is a library.
  var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

  /// Checks the content as it is read in the country of this program; nil if there is no house.
  ///
  /// `today` is the day for what is due to be read again; nil to leave that out.
  init?(_ text: ContentText, today: Day? = nil) {
    guard let parsed = Self.parsed(text) else { return nil }
    self.init(parsed, country: ContentText.defaultCountry, today: today)
  }

  private init(_ parsed: ParsedContent, country: String, today: Day?) {
    content = parsed.content(for: country, today: today)
    result = check(content, after: parsed.diagnostics)
  }

  /// Checks the content for a session; nil if there is no house.
  ///
  /// What is wrong with the list of sources is no reason to close a guide.
  init?(forSession text: ContentText) {
    guard let parsed = Self.parsed(text) else { return nil }
    var content = parsed.content()
    content.checksSources = false
    self.content = content
    result = check(content, after: parsed.diagnostics.filter { !$0.isAboutSources })
  }

  /// Parses a folder once and checks it for every country: the default one first; empty if there is no
  /// house.
  static func everyCountry(of text: ContentText, today: Day) -> [CheckedContent] {
    guard let parsed = parsed(text) else { return [] }
    return ([ContentText.defaultCountry] + text.countries).map { country in
      CheckedContent(parsed, country: country, today: today)
    }
  }

  /// The files, parsed, with the names of commands kept from guides; nil if there is no house.
  static func parsed(_ text: ContentText) -> ParsedContent? {
    ParsedContent(text, reservedNames: Beforehand.reservedNames)
  }
}

extension ContentText {
  /// The guides it holds, for a session; nil if they have errors.
  var library: Library? { CheckedContent(forSession: self)?.library }
}

extension Diagnostic {
  fileprivate var isAboutSources: Bool {
    labels.first?.source.path.hasSuffix("evidence/sources.json") == true
  }
}
