public import GuideCheck
import GuideSyntax
public import SourceText

/// A content folder with its files parsed, once for all countries.
public struct ParsedContent: Sendable {
  /// The problems with the files, and those that parsing found in them.
  public let diagnostics: [Diagnostic]

  /// Everything except what belongs to one country.
  private let content: Content
  /// The place files, by country.
  private let places: [String: Script]

  /// Parses every file of a folder; nil if it has no `house.guide`.
  ///
  /// - Parameters:
  ///   - text: The files.
  ///   - reservedNames: The names that no guide can have, such as those of the program's commands.
  public init?(_ text: ContentText, reservedNames: Set<String>) {
    var diagnostics = text.diagnostics
    let clinic = text.files.first { $0.name == clinicName }.map { parse($0.source).script }
    let details = clinic?.clinicDetails ?? ClinicDetails([:])
    func script(_ file: ContentText.File) -> Script {
      let (script, found) = parse(file.source, clinic: details)
      diagnostics += found
      return script
    }
    guard let house = text.files.first(where: { $0.name == houseName }) else { return nil }
    var content = Content(house: script(house), reservedNames: reservedNames)
    var places: [String: Script] = [:]
    for file in text.files where file.name != houseName {
      let parts = file.name.split(separator: "/")
      switch (parts.first, parts.count) {
      case (_, _) where file.name == sourcesName:
        let (sources, found) = sources(in: file.source)
        diagnostics += found
        // A file that could not be read must not make every claim look as if its sources were missing.
        content.sources = found.isEmpty ? sources : nil
      case (_, _) where file.name == signaturesName: content.signatures = script(file)
      case (_, _) where file.name == clinicName: content.clinic = script(file)
      case (_, _) where file.name == glossaryName: content.glossary = script(file)
      case ("guides", 2):
        content.guides.append(Content.Entry(name: guideName(parts[1]), script: script(file)))
      case ("evidence", 2): content.evidence.append(script(file))
      case ("places", 2): places[guideName(parts[1])] = script(file)
      default: break
      }
    }
    if content.signatures != nil { content.fingerprints = content.textFingerprints() }
    self.content = content
    self.places = places
    self.diagnostics = diagnostics
  }

  /// Selects the content for one country.
  ///
  /// - Parameters:
  ///   - country: The name of its place file, such as `us`; if there is no such file, the content has
  ///     no place.
  ///   - today: Today's date, to report what is due for review; nil to leave that out.
  /// - Returns: The content, ready to be checked.
  public func content(
    for country: String = ContentText.defaultCountry,
    today: Day? = nil
  ) -> Content {
    var content = content
    content.locality = places[country]
    content.today = today
    return content
  }
}

/// A file's name without its extension.
private func guideName(_ file: Substring) -> String { String(file.dropLast(".guide".count)) }
