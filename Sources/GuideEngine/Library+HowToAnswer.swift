public import GuideCheck
import Phrases

/// How to type the answer to a question.
extension Library {
  /// The instructions for the person; nil if the numbers of the choices are enough.
  public func howToAnswer(_ question: Question) -> String? {
    let phrases = phrases
    switch question.domain {
    case .choice: return nil
    case .ticks: return phrases.howToTick
    case .text: return phrases.howToWrite
    case .date: return phrases.howToDate
    case .number(let numbers):
      let (low, high) = (numbers.range.lowerBound, numbers.range.upperBound)
      switch numbers.kind {
      case .plain(let unit):
        return phrases.howToType(from: number(low), to: number(high), unit: unit)
      case .amount: return phrases.howToTypeAmount(from: money(low), to: money(high))
      case .scale(var lowMeans, var highMeans):
        if case .weigh = question.role { (lowMeans, highMeans) = phrases.weighEnds }
        return phrases.howToRate(
          from: number(low),
          to: number(high),
          lowMeans: lowMeans,
          highMeans: highMeans
        )
      }
    }
  }
}
