import Testing

/// The guide on how to get help is never closed: the program has its own.
struct ClosedHelpTests {
  private func program() throws -> Program {
    let program = try Program()
    let path = "Content/guides/get-help-now.guide"
    let text = try program.text(of: path)
    try program.write(text.replacing("[@crisis-988]", with: "[@crisis-999]"), to: path)
    return program
  }

  @Test func `a patient reads the words of the program's own`() throws {
    let ending = try program().run("get-help-now", typing: ["", "", "", "", "quit"])
    #expect(ending.status == 0)
    #expect(ending.output.contains("== Get help now =="))
    #expect(ending.output.contains("- Thoughts of suicide: call or text 988."))
    #expect(!ending.output.contains("[@"))
    #expect(
      ending.errors == "Closed until their errors are fixed: get-help-now. "
        + "For details, run `beforehand check`.\n"
    )
    let shelf = try program().run(typing: ["2", "quit"])
    #expect(shelf.status == 0)
    #expect(shelf.output.contains("Get help now"))
  }

  @Test func `an author is told that it is closed`() throws {
    let ending = try program().run("check")
    #expect(ending.status == 65)
    #expect(ending.output.contains("error[unknown-claim]"))
    #expect(ending.output.replacing("\n", with: " ").contains("not tried: get-help-now."))
    #expect(!ending.output.contains("broken-promise"))
  }
}
