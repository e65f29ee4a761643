import Documents
import GuideCheck
import GuideEngine
import Phrases
import SourceText

// The parts of the document about the guide's words: values, explanations, help, and reading level.
extension LogicDocument {
  func values(_ equations: [EquationID]) -> [Block] {
    if equations.isEmpty { return [] }
    let items = equations.map { library.equations[$0.index] }.map { equation in
      let words = library.words(for: equation.expression)
      return Block.item(RichText("\u{201C}\(equation.name)\u{201D}: \(words)"))
    }
    return [.heading("Values")] + items + [
      .note("If any part of a value is missing, the value is missing too.")
    ]
  }

  /// The glossary entries that the blocks use.
  func words(usedIn blocks: [Block]) -> [Block] {
    let text = words(blocks.flatMap(\.texts).joined(separator: " "))
    let terms = library.terms.filter { term in
      ([term.word] + term.also).contains { text.contains(words($0)) }
    }
    if terms.isEmpty { return [] }
    return [.heading("Words explained on request")]
      + terms.map { .item(RichText("\($0.word): \($0.meaning)")) }
  }

  /// The words of a text in lowercase, with a space before and after each.
  private func words(_ text: String) -> String {
    let parts = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    return " \(parts.joined(separator: " ")) "
  }

  var help: [Block] {
    guard let locality = library.locality, !locality.helpContacts.isEmpty else { return [] }
    return [.heading("Help, at every prompt")]
      + locality.helpContacts.flatMap { contact -> [Block] in
        let lines = contact.kiosk.map { "\($0) (in a clinic)" } + contact.lines + contact.say
        return [.paragraph(RichText("\(contact.title):"))] + lines.map { .item(RichText($0)) }
      }
  }

  /// How hard each step is to read.
  func grades(_ steps: [StepID]) -> [Block] {
    let texts = steps.map { step in (step, library.prose(of: step, in: guide)) }
    let rows = texts.compactMap { step, prose in
      ReadingGrade(of: prose).description.map {
        Block.TableRow(RichText(library[step].title), RichText($0))
      }
    }
    let whole = ReadingGrade(of: texts.flatMap(\.1)).description.map {
      [Block.TableRow("The whole guide", RichText($0))]
    }
    let method = """
      US school grades by the Flesch\u{2013}Kincaid formula (Kincaid and others, Research Branch Report 8-75, \
      1975), for the prose and the questions of a step, without the answers to choose from. The formula \
      measures long words and long sentences, not meaning.
      """
    return [.heading("Reading grade"), .table(rows + (whole ?? [])), .note(RichText(method))]
  }
}

extension Library {
  /// The prose and the questions of a step, with each text ended as a sentence.
  func prose(of step: StepID, in guide: Guide) -> [String] {
    let read = passages.filter { $0.step == step }.flatMap { passage -> [String] in
      switch passage.kind {
      case .paragraph, .item, .numberedItem, .listLine, .weighPrompt: [words(of: passage)]
      case .disagreement: [phrases.nextDisagrees(words(of: passage))]
      case .ruleEnds(let day): [phrases.ruleEnds(phrases.date(day))]
      case .comparison(let rows): rows.flatMap { [$0.title] + $0.cells }
      case .figure, .ratings, .alreadySeen: []
      }
    }
    let asked = questions.filter { $0.step == step }.flatMap { question in
      // The labels of answers are rarely sentences, and would make any text look easy.
      [question.prompt, question.again].compactMap { $0 }
    }
    return read + asked
  }
}
