import Foundation
import Testing

struct LogicTests {
  @Test func `prints what a clinician signs`() throws {
    let ending = try Program().run("logic", "what-to-expect")
    #expect(ending.status == 0, "\(ending.errors)")
    for words in [
      "what-to-expect (education)\n", "\n== What was proved on every path ==\n",
      "| Kept on every path.", "\n== Reading grade ==\n", "\nThe whole guide  ",
      "\nSignature: ____", "not yet reviewed by a clinician\n",
      "Printed                       2026-11-28\n",
    ] {
      #expect(ending.output.contains(words), "\(words)")
    }
    #expect(ending.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `writes a page for a browser that fetches nothing`() throws {
    let ending = try Program().run("logic", "--html", "Content/guides/what-to-expect.guide")
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(ending.output.hasPrefix("<!DOCTYPE html>\n"))
    #expect(ending.output.hasSuffix("</html>\n"))
    #expect(!ending.output.contains("<script") && !ending.output.contains("src="))
  }

  @Test func `says what is not there, and what must be fixed`() throws {
    let program = try Program()
    let unknown = try program.run("logic", "what-to-expct")
    #expect(unknown.status == 66)
    #expect(unknown.errors.contains("Did you mean `what-to-expect`?"))
    try program.change("[@ride-home]", to: "[@nothing]", in: "Content/guides/what-to-expect.guide")
    #expect(try program.run("logic", "what-to-expect").status == 65)
  }
}
