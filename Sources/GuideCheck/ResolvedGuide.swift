package import GuideSyntax
package import SourceText

/// A guide with every name resolved, as the editor's rules see it.
package struct ResolvedGuide {
  package let script: Script
  package let kind: Guide.Kind
  /// The names of the options of its decision.
  package let options: [String]
  /// What was noted during layout.
  package let observations: Observations
  /// The questions it declares.
  package let questions: ArraySlice<Question>
  /// The claims that can be cited.
  package let claims: [Claim]
  /// The figures that can be shown.
  package let figures: [Figure]
  /// The phone numbers for help, which are names, not facts.
  package let numbersToCall: Set<String>
  private let library: [Question]

  init(_ identifier: GuideID, of draft: LibraryDraft, in environment: Environment) {
    let guide = draft.guides[identifier.index]
    script = environment.entries[identifier.index].script
    kind = guide.kind
    options = guide.options.map(\.name)
    observations = draft.observations[identifier.index]
    questions = draft.questions.drop { $0.guide != identifier }
      .prefix { $0.guide == identifier }
    claims = environment.evidence.claims
    figures = environment.evidence.figures
    let places = Locality.builtIn + (environment.locality.map { [$0] } ?? [])
    numbersToCall = Set(places.flatMap(\.numbersToCall))
    library = draft.questions
  }

  package var source: SourceFile { script.source }

  /// A question it asks or reads.
  package subscript(_ question: QuestionID) -> Question { library[question.index] }
}
