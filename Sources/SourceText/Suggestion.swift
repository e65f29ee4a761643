/// Returns the candidates that `name` may be a misspelling of: the most similar first, then in
/// alphabetical order.
///
/// A candidate is similar if it takes few edits to get from one to the other: fewer than a third of
/// the letters, or one edit. An edit changes, inserts, or removes a letter, or swaps two neighbors.
/// Uppercase and lowercase letters count as the same.
public func suggestions(
  for name: String,
  among candidates: some Sequence<String>,
  limit: Int = 4
) -> [String] {
  guard let meant = folded(name) else { return [] }
  var near: [(distance: Int, candidate: String)] = []
  for candidate in Set(candidates) where candidate != name {
    guard let other = folded(candidate) else { continue }
    let allowed = allowedDistance(meant.count, other.count)
    if let distance = distance(from: meant, to: other, atMost: allowed) {
      near.append((distance, candidate))
    }
  }
  near.sort { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }
  return near.prefix(max(limit, 0)).map(\.candidate)
}

/// The longest name that is compared.
///
/// Longer names are not typos, and comparing takes quadratic time.
private let longestName = 64

/// Whether a typed word is at most two edits away from a name: a letter too many, missing, wrong, or
/// swapped with its neighbor.
public func isNear(_ typed: String, name: String) -> Bool {
  distance(from: Array(typed.unicodeScalars), to: Array(name.unicodeScalars), atMost: 2) != nil
}

/// Whether a word differs from a meant one only by a slip of the fingers: two neighbors swapped, or a letter doubled or
/// not doubled.
///
/// Two names that both exist hardly ever differ so, and never by a digit.
public func isSlip(_ typed: String, of meant: String) -> Bool {
  let (a, b) = (Array(typed.lowercased().unicodeScalars), Array(meant.lowercased().unicodeScalars))
  if a.count == b.count {
    let places = a.indices.filter { a[$0] != b[$0] }
    guard places.count == 2, places[1] == places[0] + 1 else { return false }
    let (first, second) = (places[0], places[1])
    let isDigit = a[first].properties.numericType != nil || a[second].properties.numericType != nil
    return a[first] == b[second] && a[second] == b[first] && !isDigit
  }
  guard abs(a.count - b.count) == 1 else { return false }
  let (long, short) = a.count > b.count ? (a, b) : (b, a)
  return long.indices.dropFirst().contains { place in
    var rest = long
    rest.remove(at: place)
    return long[place] == long[place - 1] && long[place].properties.isAlphabetic && rest == short
  }
}

private func folded(_ name: String) -> [Unicode.Scalar]? {
  // A scalar takes at most four bytes, so this rejects a whole file before it is converted to
  // lowercase.
  guard name.utf8.count <= longestName * 4 else { return nil }
  let scalars = Array(name.lowercased().unicodeScalars)
  return scalars.count <= longestName ? scalars : nil
}

private func allowedDistance(_ first: Int, _ second: Int) -> Int {
  // Two names of one letter have nothing in common if that letter differs.
  max((max(first, second) - 1) / 3, min(first, second) >= 2 ? 1 : 0)
}

/// Returns the Damerau distance in which no part is edited twice, or `nil` if it is over `limit`.
private func distance(
  from first: [Unicode.Scalar],
  to second: [Unicode.Scalar],
  atMost limit: Int
) -> Int? {
  guard abs(first.count - second.count) <= limit else { return nil }
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for row in first.indices {
    var current = [row + 1]
    for column in second.indices {
      let change = last[column] + (first[row] == second[column] ? 0 : 1)
      var least = min(change, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
        least = min(least, beforeLast[column - 1] + 1)
      }
      current.append(least)
    }
    // The minimum of a row never decreases in later rows.
    if let least = current.min(), least > limit { return nil }
    (beforeLast, last) = (last, current)
  }
  return last.last.flatMap { $0 <= limit ? $0 : nil }
}
