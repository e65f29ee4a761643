public import GuideCheck
import GuideSyntax
public import SourceText

extension ContentText {
  /// Makes content of the text.
  ///
  /// - Parameters:
  ///   - country: The name of its place file, such as `us`.
  ///   - today: The day for what is due to be read again; nil to leave that out.
  /// - Returns: The content, nil without a house, and what is wrong in the files.
  public func parsed(
    country: String = defaultCountry,
    today: Day? = nil
  ) -> (content: Content?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    func script(_ file: File) -> Script {
      let (script, found) = parse(file.source)
      diagnostics += found
      return script
    }
    guard let house = files.first(where: { $0.name == houseName }) else { return (nil, []) }
    var content = Content(house: script(house))
    content.today = today
    for file in files where file.name != houseName {
      let parts = file.name.split(separator: "/")
      switch (parts.first, parts.count) {
      case (_, _) where file.name == sourcesName:
        let (sources, found) = sources(in: file.source)
        diagnostics += found
        // What could not be read must not make every claim look as if it cited nothing.
        content.sources = found.isEmpty ? sources : nil
      case (_, _) where file.name == signaturesName: content.signatures = script(file)
      case (_, _) where file.name == glossaryName: content.glossary = script(file)
      case ("guides", 2):
        content.guides.append(
          Content.Entry(name: String(parts[1].dropLast(".guide".count)), script: script(file))
        )
      case ("evidence", 2): content.evidence.append(script(file))
      case ("places", 2):
        let place = script(file)
        if file.name == placeName(country) { content.locality = place }
      default: break
      }
    }
    if content.signatures != nil { content.fingerprints = content.textFingerprints() }
    return (content, diagnostics)
  }
}
