import GuideSyntax
import SourceText
import Testing

struct WordsTests {
  @Test(arguments: [
    ("a *soft* word", "a [soft] word"),
    ("a **strong** word", "a {strong} word"),
    ("**from one line\nto the next** and on", "{from one line to the next} and on"),
    ("*soft\nstill* and on", "[soft still] and on"),
    ("**strong [@a] still** not", "{strong}@{ still} not"),
    (#"\*not soft\* and \\ and \[@a]"#, #"*not soft* and \ and [@a]"#),
    (#"\when it rains:"#, "when it rains:"),
    ("It is said. [@a, b] So.", "It is said.@@ So."),
    ("cost {price} now", "cost $ now"),
  ])
  func `a paragraph is cut into what is loud, cited and printed`(text: String, meant: String) throws
  {
    let (script, found) = read(text)
    #expect(found.map(\.id) == [])
    let words = try #require(script.steps.first?.blocks.first?.words)
    let drawn = words.runs.map { run -> String in
      switch run.content {
      case .citation(let names): return names.map { _ in "@" }.joined()
      case .value: return "$"
      case .text(let text):
        return switch run.emphasis {
        case .plain: text
        case .soft: "[\(text)]"
        case .strong: "{\(text)}"
        }
      }
    }
    #expect(drawn.joined() == meant)
  }

  @Test(arguments: [
    "**never closed", "closed** only", "*never closed\nin two lines", "**one *in* another**",
    "2 * 3",
    "***three***", "**bold*", "ends in a star *",
  ])
  func `a star that pairs with none is reported, once in a paragraph`(text: String) {
    #expect(read(text).diagnostics.map(\.id) == ["open-emphasis"])
  }

  @Test func `stars of one paragraph do not close those of the next`() {
    let found = read("**one\n\ntwo**").diagnostics
    #expect(found.map(\.id) == ["open-emphasis", "open-emphasis"])
  }

  private func read(_ text: String) -> (script: Script, diagnostics: [Diagnostic]) {
    parse(SourceFile(path: "a.guide", text: "title: A\nkind: form\n\n# start: Welcome\n\(text)\n"))
  }
}

extension BlockSyntax {
  fileprivate var words: InlineText? {
    if case .paragraph(let words) = content { words } else { nil }
  }
}
