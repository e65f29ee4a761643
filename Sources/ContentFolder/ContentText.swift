import Crypto
import GuideSyntax
public import SourceText

/// The files of a content folder, as read: names and bytes, before parsing.
public struct ContentText: Sendable {
  /// A file of the folder.
  public struct File: Sendable {
    /// Its path in the folder, such as `guides/what-to-expect.guide`.
    public let name: String
    /// The bytes of the file.
    public let source: SourceFile

    /// A file with this name.
    public init(name: String, source: SourceFile) {
      self.name = name
      self.source = source
    }
  }

  /// The country whose help is shown when no country is named.
  public static let defaultCountry = "us"

  /// The files, in order of their names.
  public private(set) var files: [File]

  /// The problems with the files themselves, no matter what is in them.
  public private(set) var diagnostics: [Diagnostic]

  /// Creates a text that was kept, or that was just read.
  public init(files: [File], diagnostics: [Diagnostic] = []) {
    self.files = files.sorted { $0.name < $1.name }
    self.diagnostics = diagnostics
  }

  /// Adds a separate file, which replaces a file with the same name.
  ///
  /// Its `kind:` determines where it belongs.
  public mutating func put(_ source: SourceFile) {
    let base = String(source.path.split(separator: "/").last ?? "")
    let kind = parse(source).script.kind
    let name =
      switch kind {
      case "house": houseName
      case "clinic": clinicName
      case "glossary": glossaryName
      case "signatures": signaturesName
      case "evidence": "evidence/\(base)"
      case "place": "places/\(base)"
      default: "guides/\(base)"
      }
    if !isGuideName(base) { diagnostics.append(.fileName(source, name: base)) }
    files.removeAll { $0.name == name }
    files.append(File(name: name, source: source))
    files.sort { $0.name < $1.name }
  }

  /// The countries with a place file, other than the default.
  public var countries: [String] {
    files.map(\.name).filter { $0.hasPrefix("places/") }
      .map { String($0.dropFirst("places/".count).dropLast(".guide".count)) }
      .filter { $0 != Self.defaultCountry }
  }

  /// Returns the files that determine what a person in `country` reads.
  public func deciding(country: String) -> [File] {
    files.filter { file in
      file.name != sourcesName
        && (!file.name.hasPrefix("places/") || file.name == placeName(country))
    }
  }

  /// Returns the SHA-256 of everything that determines what a person in `country` reads, in hexadecimal.
  ///
  /// Any change to a name or a byte of these files changes it, and nothing else does.
  public func fingerprint(country: String) -> String {
    var hash = SHA256()
    for file in deciding(country: country) {
      // With the lengths before them, no two folders can give the same bytes.
      let name = Array(file.name.utf8)
      hash.update(data: lengthBytes(name.count) + name)
      hash.update(data: lengthBytes(file.source.bytes.count))
      hash.update(data: file.source.bytes)
    }
    return hash.finalize().hexadecimal
  }
}

let houseName = "house.guide"
let clinicName = "clinic.guide"
let glossaryName = "glossary.guide"
let signaturesName = "signatures.guide"
let sourcesName = "evidence/sources.json"

func placeName(_ country: String) -> String { "places/\(country).guide" }

func lengthBytes(_ length: Int) -> [UInt8] {
  (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
}
