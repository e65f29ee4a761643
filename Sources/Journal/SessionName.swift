/// What a person calls their session by: two words and a check digit, such as `maple-river-1`.
///
/// The digit tells the order of the words and most other words from the ones meant, so that a slip
/// is refused and never leads to another person's session. A handle is a name, not a secret.
public struct SessionName: Hashable, Sendable, CustomStringConvertible {
  /// The places of the two words in the list.
  let first: Int
  let second: Int

  init(first: Int, second: Int) {
    self.first = first
    self.second = second
  }

  /// A handle drawn by chance.
  init(using generator: inout some RandomNumberGenerator) {
    first = Int.random(in: sessionNameWords.indices, using: &generator)
    let other = Int.random(in: 0..<sessionNameWords.count - 1, using: &generator)
    second = other < first ? other : other + 1
  }

  /// Returns the handle that `text` spells, in large or small letters, with hyphens or spaces.
  public init(parsing text: String) throws(SessionNameProblem) {
    var words = text.lowercased().split { !($0.isLetter || $0.isNumber) }.map { String($0) }
    // "maple river7": the digit may stick to the word.
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

  /// Odd or even says which word comes first: two swapped words never share a digit.
  var checkDigit: Int {
    2 * ((first + 2 * second) % 5) + (first < second ? 1 : 0)
  }

  /// The handle as it is written.
  public var description: String {
    "\(sessionNameWords[first])-\(sessionNameWords[second])-\(checkDigit)"
  }
}

/// Why a text is no handle.
public enum SessionNameProblem: Error, Hashable, Sendable {
  /// It is not two words and a digit.
  case shape
  /// There is no such word; perhaps this one of the list was meant.
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

/// The one word of the list that is nearest, if it is near: a word only, never a session.
private func nearest(to word: String) -> String? {
  let letters = Array(word.utf8.prefix(16))
  let near = sessionNameWords.map { (word: $0, slips: slips(from: letters, to: Array($0.utf8))) }
  guard let fewest = near.map(\.slips).min(), fewest <= 2 else { return nil }
  let candidates = near.filter { $0.slips == fewest }
  return candidates.count == 1 ? candidates[0].word : nil
}

/// How many letters are left out, put in, changed or swapped with a neighbor.
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
