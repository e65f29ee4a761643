public import GuideCheck

/// How much something matters to the person.
public struct Rating: Hashable, Sendable {
  /// What it is about.
  public let label: String
  /// From 0 to `most`; nil if it was not rated.
  public let value: Int?
  /// The highest rating.
  public let most: Int
}

extension Library {
  /// The ratings of some rows of a `weigh`, with the highest first.
  ///
  /// Rows with the same rating are together, in the order of the guide; rows that were not rated come
  /// last.
  public func ratings(of rows: [QuestionID], _ state: State) -> [Rating] {
    let ratings = rows.map { row in
      var most = 0
      if let numbers = self[row].domain.numbers {
        most = numbers.range.upperBound.rounded(decimals: 0) ?? 0
      }
      var value: Int?
      if case .number(let number)? = state.answers[row.index] {
        value = number.rounded(decimals: 0)
      }
      return Rating(label: self[row].prompt, value: value, most: most)
    }
    let values = Set(ratings.map(\.value)).sorted { ($0 ?? -1) > ($1 ?? -1) }
    return values.flatMap { value in ratings.filter { $0.value == value } }
  }
}
