/// The name of a person's session: two words and a check digit, such as `maple-river-1`.
///
/// The digit detects swapped words and most wrong words, so that a typing error
/// is refused and never leads to another person's session. The name is not a secret.
public struct SessionName: Hashable, Sendable, CustomStringConvertible {
  /// The indices of the two words in the list.
  let first: Int
  let second: Int

  init(first: Int, second: Int) {
    self.first = first
    self.second = second
  }

  /// A random name.
  init(using generator: inout some RandomNumberGenerator) {
    first = Int.random(in: sessionNameWords.indices, using: &generator)
    let other = Int.random(in: 0..<sessionNameWords.count - 1, using: &generator)
    second = other < first ? other : other + 1
  }

  /// Returns the name in `text`, with capital or lowercase letters, and hyphens or spaces.
  public init(parsing text: String) throws(SessionNameProblem) {
    var words = text.lowercased().split { !($0.isLetter || $0.isNumber) }.map { String($0) }
    // The digit can follow the word directly, as in "maple river7".
    if words.count == 2, let last = words.last?.last, last.isNumber {
      words[1].removeLast()
      words.append(String(last))
    }
    guard words.count == 3, words[2].utf8.count == 1, let digit = Int(words[2]) else {
      throw .shape
    }
    self.init(first: try place(of: words[0]), second: try place(of: words[1]))
    if first == second || digit != checkDigit { throw .wrongDigit }
  }

  /// Whether it is odd or even depends on which word comes first, so swapped words never have the same
  /// digit.
  var checkDigit: Int {
    2 * ((first + 2 * second) % 5) + (first < second ? 1 : 0)
  }

  /// The name as written.
  public var description: String {
    "\(sessionNameWords[first])-\(sessionNameWords[second])-\(checkDigit)"
  }
}

/// Why a text is not a session name.
public enum SessionNameProblem: Error, Hashable, Sendable {
  /// It is not two words and a digit.
  case shape
  /// There is no such word; perhaps this one from the list was meant.
  case unknownWord(suggestion: String?)
  /// The digit does not belong to these two words.
  case wrongDigit
}

private func place(of word: String) throws(SessionNameProblem) -> Int {
  var low = 0
  var high = sessionNameWords.count
  while low < high {
    let middle = (low + high) / 2
    if sessionNameWords[middle] < word { low = middle + 1 } else { high = middle }
  }
  if low < sessionNameWords.count, sessionNameWords[low] == word { return low }
  throw .unknownWord(suggestion: nearest(to: word))
}

/// The most similar word in the list, if it is similar enough; this suggests a word, never a session.
private func nearest(to word: String) -> String? {
  let letters = Array(word.utf8.prefix(16))
  let near = sessionNameWords.map { (word: $0, slips: slips(from: letters, to: Array($0.utf8))) }
  guard let fewest = near.map(\.slips).min(), fewest <= 2 else { return nil }
  let candidates = near.filter { $0.slips == fewest }
  return candidates.count == 1 ? candidates[0].word : nil
}

/// The number of letters removed, added, changed, or swapped with a neighbor.
private func slips(from word: [UInt8], to other: [UInt8]) -> Int {
  var before: [Int] = []
  var above = Array(0...other.count)
  for (row, letter) in word.enumerated() {
    var line = [row + 1]
    for (column, wanted) in other.enumerated() {
      var count = min(
        above[column + 1] + 1,
        line[column] + 1,
        above[column] + (letter == wanted ? 0 : 1)
      )
      if row > 0, column > 0, letter == other[column - 1], word[row - 1] == wanted {
        count = min(count, before[column - 1] + 1)
      }
      line.append(count)
    }
    before = above
    above = line
  }
  return above[other.count]
}
