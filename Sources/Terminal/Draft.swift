import SessionCore

/// A line as it is being typed: its letters, the position of the cursor, and what undo restores.
///
/// A letter is what people see as one letter, with all its marks and joiners.
struct Draft: Sendable {
  /// The limit on letters in a line: about five pages.
  static let limit = Session.mostLetters
  /// The limit on scalars in a letter; real letters have at most 20.
  static let letterLimit = 32
  /// How many steps can be undone.
  static let undoLimit = 1_000

  /// The letters, in the order they are read.
  private(set) var letters: [Character] = []
  /// The number of letters before the cursor.
  private(set) var cursor = 0
  /// Whether something was dropped because there was no room for it.
  private(set) var isCut = false
  /// The last letter that was dropped, so that its marks are not added to another.
  private var refused: Character?
  private var steps: [Step] = []

  /// A change, stored as what undoes it.
  private struct Step {
    var kind: Kind
    /// The position of the change.
    var start: Int
    /// The number of letters there now.
    var count: Int
    /// The letters that were there before.
    var removed: [Character]
    /// The position of the cursor before.
    var cursor: Int
  }

  private enum Kind { case typing, pasting, deletingBackward, deletingForward, whole }

  /// The line as it is returned.
  var text: String { String(letters) }

  /// Types a scalar: a letter, or a mark on the letter before the cursor.
  ///
  /// - Parameters:
  ///   - scalar: A scalar that is allowed in a line.
  ///   - isPasted: Whether it came with a paste, which is undone as a whole.
  /// - Returns: Whether there was room for it.
  mutating func type(_ scalar: Unicode.Scalar, isPasted: Bool = false) -> Bool {
    if let refused, let marked = refused.marked(with: scalar) { return refuse(marked) }
    let kind = isPasted ? Kind.pasting : .typing
    if cursor > 0, let marked = letters[cursor - 1].marked(with: scalar) {
      guard marked.unicodeScalars.count <= Self.letterLimit else { return refuse(nil) }
      replace(cursor - 1..<cursor, with: [marked], kind)
    } else {
      guard letters.count < Self.limit else { return refuse(Character(scalar)) }
      replace(cursor..<cursor, with: [Character(scalar)], kind)
      cursor += 1
    }
    refused = nil
    return true
  }

  /// Adds text at the end, as one step; text without room is dropped.
  mutating func complete(with text: some Sequence<Character>) {
    let added = Array(text.prefix(Self.limit - letters.count))
    replace(letters.count..<letters.count, with: added, .whole)
    cursor = letters.count
  }

  /// Carries out a key.
  ///
  /// - Returns: Whether there was anything to do.
  mutating func apply(_ key: KeyFirewall.EditingKey) -> Bool {
    refused = nil
    return switch key {
    case .moveBackward: move(to: cursor - 1)
    case .moveForward: move(to: cursor + 1)
    case .moveToStart: move(to: 0)
    case .moveToEnd: move(to: letters.count)
    case .moveWordBackward: move(to: wordStart)
    case .moveWordForward: move(to: wordEnd)
    case .deleteBackward: delete(cursor - 1..<cursor, .deletingBackward)
    case .deleteForward: delete(cursor..<cursor + 1, .deletingForward)
    case .deleteWord: delete(wordStart..<cursor, .whole)
    case .deleteToEnd: delete(cursor..<letters.count, .whole)
    case .deleteLine: delete(0..<letters.count, .whole)
    case .undo: undo()
    }
  }
}

/// Typing, moving and deleting.
extension Draft {
  private mutating func refuse(_ letter: Character?) -> Bool {
    isCut = true
    if (letter?.unicodeScalars.count ?? 0) <= Self.letterLimit { refused = letter }
    return false
  }

  private var wordStart: Int {
    let blanks = letters[..<cursor].reversed().prefix(while: \.isWhitespace).count
    let word = letters[..<(cursor - blanks)].reversed().prefix { !$0.isWhitespace }.count
    return cursor - blanks - word
  }

  private var wordEnd: Int {
    let blanks = letters[cursor...].prefix(while: \.isWhitespace)
    return letters[blanks.endIndex...].prefix { !$0.isWhitespace }.endIndex
  }

  private mutating func move(to place: Int) -> Bool {
    guard place != cursor, (0...letters.count).contains(place) else { return false }
    cursor = place
    endStep()
    return true
  }

  private mutating func delete(_ range: Range<Int>, _ kind: Kind) -> Bool {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= letters.count else {
      return false
    }
    replace(range, with: [], kind)
    cursor = range.lowerBound
    return true
  }
}

/// Undo.
extension Draft {
  private mutating func undo() -> Bool {
    guard let step = steps.popLast() else { return false }
    letters.replaceSubrange(step.start..<step.start + step.count, with: step.removed)
    cursor = step.cursor
    endStep()
    return true
  }

  /// Makes what comes next a separate step.
  private mutating func endStep() {
    if !steps.isEmpty { steps[steps.count - 1].kind = .whole }
  }

  private mutating func replace(_ range: Range<Int>, with new: [Character], _ kind: Kind) {
    let removed = Array(letters[range])
    letters.replaceSubrange(range, with: new)
    if let last = steps.last.flatMap({ goOn($0, kind, range, removed, new) }) {
      steps[steps.count - 1] = last
      return
    }
    steps.append(
      Step(kind: kind, start: range.lowerBound, count: new.count, removed: removed, cursor: cursor)
    )
    if steps.count > Self.undoLimit { steps.removeFirst() }
  }

  /// Returns a step that includes this: a word is one step, and so are a paste and the keys of a
  /// deletion.
  private func goOn(
    _ step: Step,
    _ kind: Kind,
    _ range: Range<Int>,
    _ removed: [Character],
    _ new: [Character]
  ) -> Step? {
    guard step.kind == kind else { return nil }
    var step = step
    switch kind {
    case .whole: return nil
    case .typing, .pasting:
      guard range.lowerBound >= step.start, range.upperBound == step.start + step.count else {
        return nil
      }
      let beginsWord = range.isEmpty && new == [" "] && letters[range.lowerBound - 1] != " "
      guard kind == .pasting || !beginsWord else { return nil }
      step.count += new.count - range.count
    case .deletingBackward:
      guard range.upperBound == step.start else { return nil }
      step.start = range.lowerBound
      step.removed = removed + step.removed
    case .deletingForward:
      guard range.lowerBound == step.start else { return nil }
      step.removed += removed
    }
    return step
  }
}

extension Character {
  /// The letter with a scalar added to it, or nil if the scalar begins a new letter.
  fileprivate func marked(with scalar: Unicode.Scalar) -> Character? {
    guard !scalar.isASCII else { return nil }
    var text = String(self)
    text.unicodeScalars.append(scalar)
    return text.count == 1 ? Character(text) : nil
  }
}
