import GuideCheck

/// Classes of answers to a question: answers that no condition distinguishes are in one class.
///
/// *Skipped* is a separate class for every question that a condition reads. An answer that is only
/// printed, or used in a calculation that is only printed, does not divide into classes.
enum AnswerClasses: Sendable {
  /// No condition reads it, so all answers are one class.
  case unread
  /// No condition looks into its answers, so they are all one class.
  case answered
  /// One option: sets of options that no condition distinguishes.
  case choice([OptionMask])
  /// Ticks: each set of options is ticked or not; sets of options that do not rule out the rest come
  /// first.
  case ticks(sets: [OptionMask], alone: [OptionMask])
  /// Numbers: ranges between the numbers that conditions compare with, counted in steps.
  case numbers([ClosedRange<Int>], NumberDomain)

  /// The number of classes that conditions can distinguish, without *skipped* and *not asked*; for ticks,
  /// each set counts as one.
  var count: Int {
    switch self {
    case .unread: 0
    case .answered: 1
    case .choice(let sets): sets.count
    case .ticks: 1
    case .numbers(let ranges, _): ranges.count
    }
  }
}
