import Foundation
import TestSupport
import Testing

struct ExplainTests {
  @Test func `lists every problem, with what it is`() throws {
    let program = try Program(withContent: false)
    let ending = try program.run("explain")
    #expect(ending.status == 0)
    let lines = ending.output.split(separator: "\n")
    let ids = lines.map { String($0.prefix { $0 != " " }) }
    #expect(ids == ids.sorted())
    #expect(lines.allSatisfy { $0.contains("  ") && $0.hasSuffix(".") })
    let goldens = try ["Diagnostics", "FolderDiagnostics"].flatMap { try Golden.names(in: $0) }
    #expect(Set(goldens).subtracting(ids) == [])
    #expect(ids.contains("broken-promise"))
  }

  @Test(arguments: [
    ("Diagnostics", "unknown-name"), ("Diagnostics", "hidden-character"),
    ("FolderDiagnostics", "json-shape"), ("Unsafe", "any-order"),
  ])
  func `shows the golden that tests it`(folder: String, name: String) throws {
    let golden = try Golden(name, in: folder)
    let message = try #require(golden.sections.first { $0.name == "message" }?.text)
    let id = try #require(message.firstMatch(of: /\[([a-z-]+)\]/)?.1)
    let ending = try Program(withContent: false).run("explain", String(id))
    #expect(ending.status == 0)
    #expect(ending.output.hasPrefix("\(id): "))
    #expect(ending.output.contains("The message:\n"))
    if folder == "Unsafe" { return }
    for section in golden.sections {
      let lines = section.text.split(separator: "\n").map { "    \($0)\n" }
      #expect(lines.allSatisfy { ending.output.contains($0) }, "\(section.name)")
    }
    #expect(
      ending.output.contains("The fix, in")
        == golden.sections.contains { $0.name.hasPrefix("fixed ") }
    )
  }

  @Test func `says what else could be meant`() throws {
    let ending = try Program(withContent: false).run("explain", "unknown-clam")
    #expect(ending.status == 66)
    #expect(ending.output == "")
    #expect(ending.errors.contains("Did you mean `unknown-claim`"))
  }
  @Test func `a long example is shown without its middle`() throws {
    let ending = try Program(withContent: false).run("explain", "too-entangled")
    #expect(ending.output.contains("more lines)"))
    #expect(ending.output.split(separator: "\n").count < 120)
  }
}
