import ContentFolder
public import Foundation
public import GuideCheck
import GuideRules
import GuideSyntax
public import SourceText

/// The files of a content folder, as they are written, by their paths in it.
public struct Folder: Sendable {
  /// The bytes of each file.
  public var files: [String: [UInt8]]
  /// What `evidence/sources.json` holds; nil if nothing is to be looked up there.
  public var sources: [Source]?

  /// A folder of these texts.
  public init(_ files: [String: String], sources: [Source]? = nil) {
    self.files = files.mapValues { Array($0.utf8) }
    self.sources = sources
  }

  /// The text of a file, or a file put in the place of another.
  public subscript(path: String) -> String {
    get { String(decoding: files[path] ?? [], as: UTF8.self) }
    set { files[path] = Array(newValue.utf8) }
  }

  /// Everything in the repository's `Content`.
  public static func real() throws -> Folder {
    let content = Repository.root.appending(path: "Content").resolvingSymlinksInPath()
    var folder = try Folder(at: content)
    let json = try Data(contentsOf: content.appending(path: "evidence/sources.json"))
    folder.sources = try JSONDecoder().decode([Citation].self, from: json).map { citation in
      Source(name: citation.id, title: citation.title ?? "", authors: "", year: "", locator: "")
    }
    return folder
  }

  /// The guide of the design document, completed, and what it needs.
  public static func design() throws -> Folder {
    var folder = try Folder(at: Repository.goldens.appending(path: "Design"))
    folder.sources = [
      Source(name: "a-study", title: "A study", authors: "", year: "", locator: "")
    ]
    return folder
  }

  private init(at root: URL) throws {
    self.init([:])
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    for path in paths where path.hasSuffix(".guide") {
      files[path] = Array(try Data(contentsOf: root.appending(path: path)))
    }
  }

  /// Writes the files to disk, and the sources as a reference manager would.
  public func write(to root: URL) throws {
    let list = (sources ?? []).map { ["id": $0.name, "title": $0.title] }
    let json = Array(try JSONSerialization.data(withJSONObject: list))
    for (path, bytes) in files.merging(["evidence/sources.json": json], uniquingKeysWith: { $1 }) {
      let file = root.appending(path: path)
      let folder = file.deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }

  /// What a reference manager says of a source, as far as checking reads it.
  private struct Citation: Decodable {
    let id: String
    let title: String?
  }

  /// Parses and checks everything; no guide may be called `export`.
  public func checked(today: Day? = nil) -> CheckResult {
    let (content, found) = parsed(today: today)
    return check(content, after: found)
  }

  /// Parses everything; no guide may be called `export`.
  public func parsed(today: Day? = nil) -> (content: Content, diagnostics: [Diagnostic]) {
    var found: [Diagnostic] = []
    let clinic = files["clinic.guide"].map { bytes in
      parse(SourceFile(path: "clinic.guide", bytes: bytes)).script.clinicDetails
    }
    func read(_ path: String, _ bytes: [UInt8]) -> Script {
      let file = SourceFile(path: path, bytes: bytes)
      let (script, diagnostics) = parse(file, clinic: clinic ?? ClinicDetails([:]))
      found += diagnostics
      return script
    }
    let house = read("house.guide", files["house.guide"] ?? [])
    var content = Content(house: house, reservedNames: ["export"])
    content.sources = sources
    content.today = today
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) where path != "house.guide" {
      let script = read(path, bytes)
      let file = path.split(separator: "/").last ?? ""
      let name = String(file.dropLast(".guide".count))
      switch path.prefix(while: { $0 != "/" }) {
      case "guides": content.guides.append(Content.Entry(name: name, script: script))
      case "evidence": content.evidence.append(script)
      case "places": content.locality = script
      case "clinic.guide": content.clinic = script
      case "signatures.guide":
        content.signatures = script
        content.fingerprints["visit"] = TextFingerprint(
          guide: "guide",
          evidence: "evidence",
          house: "house"
        )
      default: content.glossary = script
      }
    }
    return (content, found)
  }
}

/// Where the sources of these tests are.
public enum Repository {
  /// The folder that holds `Package.swift`, `Content` and `Tests`.
  public static var root: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  /// The folder of the files that say what must come out.
  public static var goldens: URL {
    root.appending(path: "Tests/Goldens").resolvingSymlinksInPath()
  }
}

extension CheckResult {
  /// Every message as people read it.
  public var text: String { diagnostics.map(\.text).joined(separator: "\n\n") }
}

extension Diagnostic {
  /// The message as people read it.
  public var text: String { DiagnosticRenderer().text(of: self, color: false) }
}
