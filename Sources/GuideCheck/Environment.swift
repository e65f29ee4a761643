import GuideSyntax
import SourceText

/// What every guide can refer to: the subjects of the house, the evidence, the other guides and who
/// signed them, and the shared questions.
struct Environment: Phase {
  let content: Content
  /// The house, then the guides.
  let entries: [Content.Entry]

  /// The subjects of the house, and where each is written.
  private(set) var subjects: [String: Span] = [:]
  var evidence = EvidenceTable()
  var terms: [Term] = []
  var locality: Locality?
  private(set) var guides: [String: GuideID] = [:]
  /// Who signed each guide, by the guide's name.
  var signatures: [String: [Signature]] = [:]

  /// The shared questions, which every guide can ask; none before the house is declared.
  private(set) var shared: [String: QuestionID] = [:]
  /// All shared questions.
  private(set) var houseQuestions: [Question] = []

  private(set) var diagnostics = Diagnostics()

  init(of content: Content) {
    self.content = content
    entries = [Content.Entry(name: "house", script: content.house)] + content.guides
    readSubjects()
    readEvidence()
    readGlossary()
    readClinic()
    readLocality()
    nameGuides()
    readSignatures()
    scaleFigures()
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.report(diagnostic) }

  /// Lets every guide ask these shared questions.
  mutating func share(_ questions: [String: QuestionID], among all: [Question]) {
    shared = questions
    houseQuestions = all
  }

  private mutating func readSubjects() {
    for line in content.house.headers("subjects") {
      for subject in parts(of: line.value) {
        let words = subject.text.split(separator: " ").map(String.init)
        if let word = words.first(where: Self.subjectBreakers.contains) {
          report(.subjectWord(content.house.source, subject, word: word))
        }
        subjects[subject.text] = subject.span
      }
    }
  }

  /// Words that would end a subject in a promise or a condition.
  private static let subjectBreakers: Set<String> = [
    "after", "and", "before", "or", "unless", "when",
  ]

  private mutating func nameGuides() {
    for (index, entry) in entries.enumerated() {
      let source = entry.script.source
      if index > 0, content.reservedNames.contains(entry.name) {
        report(.guideNamedLikeCommand(source, name: entry.name))
      } else if let first = guides[entry.name] {
        let other = entries[first.index].script.source
        report(.duplicateGuide(source, name: entry.name, first: other))
      } else {
        guides[entry.name] = GuideID(index)
      }
    }
  }

  /// The title of a guide, if its header can be read.
  func title(of guide: GuideID) -> String {
    let entry = entries[guide.index]
    return entry.script.header("title")?.value.text ?? entry.name
  }
}
