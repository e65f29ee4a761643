/// Words that were typed with a slip, held keys, or no space between them.
extension Lexicon {
  /// The words that letters are a slip of: the closest, each with no more letters wrong than its length
  /// allows.
  ///
  /// One letter is left out, added, changed, or swapped with its neighbor; in words from eight letters
  /// on, two.
  ///
  /// - Parameters:
  ///   - letters: Letters that are not a word.
  ///   - most: The most slips to allow.
  /// - Returns: The words; empty if there are none.
  func meant(by letters: [UInt8], most: Int) -> [Int] {
    let length = letters.count
    guard length >= 3, !letters.contains(where: { $0 >= TypedLine.zero }) || length >= 4 else {
      return []
    }
    let mask = Self.mask(letters)
    var best = most
    var found: [Int] = []
    for other in max(length - most, 4)...min(length + most, TypedLine.longest)
    where other < byLength.count {
      let allowed = min(other >= 8 ? 2 : 1, most)
      guard abs(other - length) <= allowed else { continue }
      for word in byLength[other]
      where (mask ^ masks[word]).nonzeroBitCount <= 2 * allowed {
        let slips = Self.slips(letters, words[word], atMost: min(allowed, best))
        if slips < best { found = [] }
        if slips <= min(allowed, best) {
          best = slips
          found.append(word)
        }
      }
    }
    return found
  }

  /// How many slips lead from one word to another; one more than `most` if there are more.
  private static func slips(_ left: [UInt8], _ right: [UInt8], atMost most: Int) -> Int {
    // The letters that both begin and end with take no part.
    var start = 0
    while start < left.count, start < right.count, left[start] == right[start] { start += 1 }
    var (leftEnd, rightEnd) = (left.count, right.count)
    while leftEnd > start, rightEnd > start, left[leftEnd - 1] == right[rightEnd - 1] {
      leftEnd -= 1
      rightEnd -= 1
    }
    let (rows, columns) = (leftEnd - start, rightEnd - start)
    if rows == 0 || columns == 0 { return min(max(rows, columns), most + 1) }
    if max(rows, columns) > most + 2 + most { return most + 1 }
    var before = [Int](repeating: 0, count: columns + 1)
    var above = Array(0...columns)
    for row in 1...rows {
      var current = [row]
      for column in 1...columns {
        let (a, b) = (left[start + row - 1], right[start + column - 1])
        var least = min(above[column] + 1, current[column - 1] + 1)
        least = min(least, above[column - 1] + (a == b ? 0 : 1))
        if row > 1, column > 1, a == right[start + column - 2], b == left[start + row - 2] {
          least = min(least, before[column - 2] + 1)
        }
        current.append(least)
      }
      before = above
      above = current
    }
    return min(above[columns], most + 1)
  }

  /// The word that is left when letters of held keys count once or twice; nil if there is none.
  func released(_ letters: [UInt8]) -> Int? {
    for (least, kept) in [(3, 1), (3, 2), (2, 1)] {
      var result: [UInt8] = []
      var start = 0
      while start < letters.count {
        var end = start
        while end < letters.count, letters[end] == letters[start] { end += 1 }
        let run = end - start
        result += letters[start..<(start + (run >= least ? kept : run))]
        start = end
      }
      if result != letters, let word = word(result), !isOrdinary[word] { return word }
    }
    return nil
  }

  /// The words that letters are made of, without spaces: as few as possible; nil if they are not.
  func parts(of letters: [UInt8]) -> [Int]? {
    guard letters.count >= 5, letters.count <= 30 else { return nil }
    // For each number of letters, the fewest words that make them.
    var best = [(count: Int, word: Int, start: Int)?](repeating: nil, count: letters.count + 1)
    best[0] = (0, -1, 0)
    for start in letters.indices {
      guard let count = best[start]?.count, count < 6 else { continue }
      var place = 0
      for end in start..<letters.count {
        guard let next = step(from: place, letters[end]) else { break }
        place = next
        guard let word = word(endingAt: place), !isOrdinary[word],
          end > start || Self.wordsOfOneLetter.contains(letters[end])
        else { continue }
        if best[end + 1].map({ $0.count > count + 1 }) ?? true {
          best[end + 1] = (count + 1, word, start)
        }
      }
    }
    var (end, parts) = (letters.count, [Int]())
    while end > 0 {
      guard let step = best[end] else { return nil }
      parts.append(step.word)
      end = step.start
    }
    return parts.count > 1 && parts.contains(where: allowsSlips) ? parts.reversed() : nil
  }

  /// `a`, `i`.
  private static let wordsOfOneLetter: Set<UInt8> = [0, 8]
}
