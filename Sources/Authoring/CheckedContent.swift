public import ContentFolder
public import GuideCheck
import GuideRules
import GuideSyntax
public import SourceText

/// The files of a content folder, parsed and checked.
///
/// The program creates every library in this way.
public struct CheckedContent {
  /// The content that was checked, without the guides that are closed.
  public private(set) var content: Content
  private var result: CheckResult

  /// The guides that are closed, because they have errors or go through one that has; all others can be used.
  ///
  /// In a session, the program's own guide can be read in place of one of them: the one on how to get help.
  public var closed: [String] { content.closed.union(content.standIns).sorted() }

  /// The library, without the guides that are closed; nil if there are errors that concern others, too.
  public var library: Library? { result.library }

  /// The library; nil if there are any errors.
  public var faultlessLibrary: Library? { closed.isEmpty ? library : nil }

  /// Everything that reading, parsing, and checking found, in the order of the text; also in guides that are closed.
  public private(set) var diagnostics: [Diagnostic]

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
    self.init(parsed.content(for: country, today: today), after: parsed.diagnostics)
  }

  private init(_ content: Content, after found: [Diagnostic], isForSession: Bool = false) {
    self.content = content
    result = check(content, after: found)
    diagnostics = result.diagnostics
    closeGuides(after: found, isForSession: isForSession)
  }

  /// Closes guides with errors, until there is a library of the others, or an error that concerns them, too.
  private mutating func closeGuides(after found: [Diagnostic], isForSession: Bool) {
    let names = Dictionary(
      content.guides.map { ($0.script.source.path, $0.name) },
      uniquingKeysWith: { first, _ in first }
    )
    func guide(of diagnostic: Diagnostic) -> String? {
      diagnostic.labels.first.flatMap { names[$0.source.path] }
    }
    while result.library == nil {
      let errors = result.diagnostics.filter { $0.severity == .error }
      let broken = errors.map(guide)
      guard !broken.isEmpty, !broken.contains(nil) else { return }
      var open = content
      var closing = Set(broken.compactMap(\.self))
      // What help there is must never be closed.
      if isForSession, closing.remove(Content.helpGuide) != nil { open.standInForHelp() }
      open.close(closing)
      if open.guides.isEmpty { return }
      content = open
      let rest = found.filter { !(guide(of: $0).map(closed.contains) ?? false) }
      result = check(content, after: rest)
      let known = Set(diagnostics)
      diagnostics = (diagnostics + result.diagnostics.filter { !known.contains($0) })
        .sorted(by: Diagnostic.precedes)
    }
  }

  /// Checks the content for a session; nil if there is no house file.
  ///
  /// Problems with the list of sources do not keep a guide from opening.
  public init?(forSession text: ContentText, reservedNames: Set<String>) {
    guard let parsed = ParsedContent(text, reservedNames: reservedNames) else { return nil }
    var content = parsed.content()
    content.checksSources = false
    self.init(
      content,
      after: parsed.diagnostics.filter { !$0.isAboutSources },
      isForSession: true
    )
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
