/// Every word that the program itself says to a patient, in one language.
///
/// What guides, evidence and place files say is theirs; what an author or a clinic's staff reads at the
/// command line is not here either. A language is one value, and a phrase it lacks does not compile.
public protocol PatientPhrases: AnswerPhrases, AskingPhrases, CommandPhrases, ConsentPhrases,
  FigurePhrases,
  HelpPhrases, MisfitPhrases, PagePhrases, ReadingPhrases, RecordingPhrases, ReviewPhrases,
  SessionPhrases, Sendable
{}

/// The phrases of a language.
///
/// - Parameter language: A tag such as `en-US`, as a place file has it; nil where there is none.
/// - Returns: The phrases; English where the language is not spoken yet.
public func patientPhrases(in language: String?) -> any PatientPhrases { English() }

/// What the program says in the English of the United States.
public struct English: PatientPhrases {
  /// English.
  public init() {}
}
