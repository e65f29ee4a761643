/// Everything that the program itself says to a patient, in one language.
///
/// The text of guides, evidence, and place files is not here, and neither is what authors or clinic
/// staff read at the
/// command line. Each language is one type, so a missing phrase is a compile-time error.
public protocol PatientPhrases: AnswerPhrases, AskingPhrases, CommandPhrases, ConsentPhrases,
  FigurePhrases, MeasurementPhrases,
  HelpPhrases, MisfitPhrases, PagePhrases, PlacePhrases, ReadingPhrases, RecordingPhrases,
  ReviewPhrases,
  ReturningPhrases, SavingPhrases, SessionPhrases, TypedWords, Sendable
{}

/// The phrases of a language.
///
/// - Parameter language: A tag such as `en-US`, as in a place file; nil if there is none.
/// - Returns: The phrases; English if the language is not available yet.
public func patientPhrases(in language: String?) -> any PatientPhrases { English() }

/// The phrases in American English.
public struct English: PatientPhrases {
  /// English.
  public init() {}
}
