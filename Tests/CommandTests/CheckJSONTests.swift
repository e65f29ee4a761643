import Foundation
import TestSupport
import Testing

struct CheckJSONTests {
  @Test func `writes an empty list of no problems`() throws {
    let ending = try Program().run("check", "--json")
    #expect(ending.status == 0)
    #expect(ending.output == "[]\n")
  }

  @Test func `writes what its schema says`() throws {
    let program = try Program()
    let guide = "Content/guides/what-to-expect.guide"
    try program.change("[@ride-home]", to: "[@ride-hom]", in: guide)
    try program.change("reviewed: 2026-11-28\n", to: "", in: guide)
    try program.change("# last:", to: "# start:", in: guide)
    let ending = try program.run("check", "--json")
    #expect(ending.status == 65)
    let written = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
    #expect((written as? [Any])?.count ?? 0 > 2)
    let schema = try Schema(at: "Sources/beforehand/Schemas/check.schema.json")
    #expect(schema.problems(with: written) == [])
    // A schema that allows everything would also be kept.
    #expect(schema.problems(with: [["id": "x"]]) != [])
    #expect(schema.problems(with: [[:]]) != [])
    #expect(schema.problems(with: ["id": "x"]) != [])
  }
}
