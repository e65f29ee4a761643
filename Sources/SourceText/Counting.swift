/// Counts things in words.
///
/// - Parameters:
///   - number: How many there are.
///   - one: The word for one of them.
///   - many: The word for several; otherwise `one` with an s.
/// - Returns: The number and what it counts, such as `2 guides`; nil for none.
public func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String? {
  number == 0 ? nil : count(number, one, many)
}

/// Counts things in words, even none.
///
/// - Parameters:
///   - number: How many there are.
///   - one: The word for one of them.
///   - many: The word for several; otherwise `one` with an s.
/// - Returns: The number and what it counts, such as `0 guides`.
public func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
  "\(number) \(number == 1 ? one : many ?? one + "s")"
}
