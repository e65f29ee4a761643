import Authoring
import ContentFolder
import Documents
import Foundation
import Synchronization
import TestSupport
import Testing

struct ContentComparisonTests {
  private let workshop: Workshop
  private static let guide = """
    title: A visit
    kind: form

    # start: Welcome
    ? bipolar

    unless bipolar is no:
      Tell your team. [@drive-1]
    """

  init() throws {
    var folder = plainFolder
    folder["guides/visit.guide"] = Self.guide
    workshop = try Workshop(folder)
  }

  private let told = "no longer sees: claim *drive-1*, subject *driving*"

  /// What changes for whom, as text; nil if nothing does.
  private func compared(
    _ old: String,
    _ new: String? = nil,
    guide: String? = nil,
    git: @escaping GitRunner = { _ in nil }
  ) async throws(AuthoringError) -> String? {
    let location = workshop.location
    let comparison = try await ContentComparison(
      from: old,
      to: new,
      guide: guide,
      in: location,
      git: git
    )
    return comparison.document.map {
      TerminalRenderer(width: 200).text(of: $0)
    }
  }

  @Test func `two files of one guide, or a file and the folder, are compared`() async throws {
    try workshop.write(Self.guide, to: "../old.guide")
    try workshop.write(Self.guide, to: "../visit.guide")
    let (old, visit) = ("\(workshop.root)/old.guide", "\(workshop.root)/visit.guide")
    #expect(try await compared(visit) == nil)
    try workshop.change("no:", to: "no or unsure:", in: "guides/visit.guide")
    let first = try await compared(old, workshop.file("guides/visit.guide"))
    #expect(unbroken(first ?? "").contains(unbroken(told)))
    #expect(try await compared(visit) == first)
    #expect(try await compared(workshop.content, workshop.content) == nil)
  }

  @Test func `a guide that is new or gone is named, and another passed over`() async throws {
    let new = try Workshop.withSmallGuide()
    try new.write(Self.guide, to: "guides/visit.guide")
    #expect(try await compared(workshop.content, new.content) == "small: a new guide")
    #expect(try await compared(new.content) == "small: no longer there")
    #expect(try await compared(new.content, guide: "visit") == nil)
    await #expect(throws: AuthoringError.noGuideInEitherVersion(name: "visi", similar: ["visit"])) {
      try await compared(new.content, guide: "visi")
    }
  }

  @Test func `a version with errors cannot be compared`() async throws {
    try workshop.write("# start  no colon", to: "../visit.guide")
    let path = "\(workshop.root)/visit.guide"
    do {
      _ = try await compared(path)
      Issue.record("it was compared")
    } catch .versionHasErrors(let version, let errors) {
      #expect(version == path)
      #expect(errors.first?.place.hasPrefix("\(path):1:") == true)
    }
    await #expect(throws: AuthoringError.content(.missing(path: "/no.guide"))) {
      try await compared("/no.guide")
    }
  }

  // MARK: revisions

  /// A git that knows one revision, with these files.
  private func git(_ files: [String: String]) -> GitRunner {
    { arguments in
      guard arguments.first == "-C" else { return nil }
      switch arguments[2] {
      case "rev-parse" where arguments.contains("--git-dir"): return ([], 0)
      case "rev-parse":
        return arguments.last == "HEAD^{commit}" ? (Array("abc\n".utf8), 0) : ([], 1)
      case "ls-tree": return (Array(files.keys.sorted().joined(separator: "\0").utf8), 0)
      default:
        let name = arguments.last?.split(separator: "/", maxSplits: 1).last.map(String.init)
        return name.flatMap { files[$0] }.map { (Array($0.utf8), 0) } ?? ([], 1)
      }
    }
  }

  @Test func `the content folder is compared with itself at a revision`() async throws {
    var files = plainFolder.files.mapValues { String(decoding: $0, as: UTF8.self) }
    files["guides/visit.guide"] = Self.guide
    files["evidence/sources.json"] = try workshop.text(of: "evidence/sources.json")
    files["notes.txt"] = "no content"
    #expect(try await compared("HEAD", git: git(files)) == nil)
    try workshop.change("no:", to: "no or unsure:", in: "guides/visit.guide")
    let changed = try await compared("HEAD", git: git(files))
    #expect(unbroken(changed ?? "").contains(unbroken(told)))
    #expect(try await compared("HEAD", "HEAD", git: git(files)) == nil)
  }

  @Test func `why a revision cannot be had is told apart`() async throws {
    let folder = workshop.content
    await #expect(throws: AuthoringError.noGit(revision: "HEAD")) { try await compared("HEAD") }
    await #expect(throws: AuthoringError.noRepository(revision: "HEAD", folder: folder)) {
      try await compared("HEAD", git: { _ in ([], 128) })
    }
    await #expect(throws: AuthoringError.noRevision("nowhere")) {
      try await compared("nowhere", git: git([:]))
    }
    await #expect(throws: AuthoringError.noContentYet(revision: "HEAD", folder: folder)) {
      try await compared("HEAD", git: git(["README.md": "A"]))
    }
    await #expect(throws: AuthoringError.noHouse(version: "HEAD")) {
      try await compared("HEAD", git: git(["guides/visit.guide": Self.guide]))
    }
  }

  @Test func `no option of git's can be slipped in`() async throws {
    let asked = Mutex<[[String]]>([])
    let git: GitRunner = { arguments in
      asked.withLock { $0.append(arguments) }
      return ([], arguments.contains("--git-dir") ? 0 : 1)
    }
    await #expect(throws: AuthoringError.noRevision("--output=x")) {
      try await compared("--output=x", git: git)
    }
    let last = try #require(asked.withLock { $0.last })
    #expect(last.suffix(2) == ["--end-of-options", "--output=x^{commit}"])
  }
}
