/// A pattern of words, such as `[take] (2) [pills]`, or of several parts of a line in any order, such as
/// `[bridge] & [today]`.
public struct CallPattern: Sendable, Equatable {
  /// A part of a pattern.
  public enum Part: Sendable, Equatable {
    /// A word.
    case word(String)
    /// A word of a class.
    case oneOf(String)
    /// Up to a number of other words.
    case others(Int)
  }

  /// A part, and whether it may be missing.
  public struct Element: Sendable, Equatable {
    /// The part.
    public let part: Part
    /// Whether it may be missing.
    public let isOptional: Bool
  }

  /// The text of the pattern.
  public let text: String
  /// Its parts, in order.
  public let elements: [Element]
  /// Whether its first word is the first of a sentence.
  public let startsSentence: Bool
  /// Whether its last word is the last of a sentence.
  public let endsSentence: Bool
  /// What must also be in the line, close to it, before or after.
  public let alsoNearby: [CallPattern]

  /// What is wrong in a pattern.
  public enum Problem: Error, Equatable {
    /// A part that cannot be read.
    case unreadable(String)
    /// A class that nobody has written.
    case unknownClass(String)
    /// There is no word that has to be there.
    case noWord
    /// There are more gaps, or more words that may be missing, than `mostFreeParts`: trying every form of
    /// such a pattern would take too long.
    case tooFree
    /// There are more parts in any order than `mostPartsInAnyOrder`.
    case tooManyParts
  }

  /// The most words that a gap can have.
  public static let mostOthers = 20
  /// The most gaps, and the most words that may be missing, in a pattern.
  public static let mostFreeParts = 4
  /// The most parts in any order.
  public static let mostPartsInAnyOrder = 4

  /// Reads a pattern.
  ///
  /// - Parameters:
  ///   - text: The pattern, as a clinician writes it.
  ///   - classes: The names of the classes.
  /// - Throws: The first problem.
  public init(_ text: String, classes: Set<String>) throws(Problem) {
    self.text = text
    let words = text.split(separator: " ")
    if let and = words.lastIndex(of: "&") {
      guard words.count(where: { $0 == "&" }) < Self.mostPartsInAnyOrder else {
        throw .tooManyParts
      }
      let first = try CallPattern(words[..<and].joined(separator: " "), classes: classes)
      let last = try CallPattern(words[(and + 1)...].joined(separator: " "), classes: classes)
      elements = first.elements
      startsSentence = first.startsSentence
      endsSentence = first.endsSentence
      alsoNearby = first.alsoNearby + [last]
      return
    }
    alsoNearby = []
    var elements: [Element] = []
    startsSentence = words.first == "<"
    endsSentence = words.count > 1 && words.last == ">"
    for written in words.dropFirst(startsSentence ? 1 : 0).dropLast(endsSentence ? 1 : 0) {
      let isOptional = written.utf8.last == UInt8(ascii: "?")
      let word = String(isOptional ? written.dropLast() : written)
      if word.utf8.first == UInt8(ascii: "["), word.utf8.last == UInt8(ascii: "]") {
        let name = String(word.dropFirst().dropLast())
        guard classes.contains(name) else { throw .unknownClass(name) }
        elements.append(Element(part: .oneOf(name), isOptional: isOptional))
      } else if word.utf8.first == UInt8(ascii: "("), word.utf8.last == UInt8(ascii: ")") {
        guard let most = Int(word.dropFirst().dropLast()), (1...Self.mostOthers).contains(most),
          !isOptional
        else { throw .unreadable(String(written)) }
        elements.append(Element(part: .others(most), isOptional: false))
      } else {
        guard TypedLine.isOneWord(word) else { throw .unreadable(String(written)) }
        elements.append(Element(part: .word(word), isOptional: isOptional))
      }
    }
    guard
      elements.contains(where: { element in
        if case .others = element.part { false } else { !element.isOptional }
      })
    else { throw .noWord }
    let gaps = elements.count { if case .others = $0.part { true } else { false } }
    guard max(gaps, elements.count(where: \.isOptional)) <= Self.mostFreeParts else {
      throw .tooFree
    }
    self.elements = elements
  }
}
