import ContentFolder
import GuideCheck
import SourceText

extension ContentText {
  /// The guides it holds, for a session; nil if they have errors.
  ///
  /// What is wrong with the list of sources is no reason to close a guide.
  var library: Library? {
    let (parsed, found) = parsed(country: Self.defaultCountry)
    guard var content = parsed else { return nil }
    content.checksSources = false
    return check(content, after: (diagnostics + found).filter { !$0.isAboutSources }).library
  }
}

extension Diagnostic {
  fileprivate var isAboutSources: Bool {
    labels.first?.source.path.hasSuffix("evidence/sources.json") == true
  }
}
