import Journal
import SourceText

extension SessionName {
  /// The name of a session that a person typed.
  ///
  /// - Throws: A failure that says what is wrong with it and what to do. It never guesses a session.
  init(typed text: String, in data: DataOptions) throws(Failure) {
    do {
      try self.init(parsing: text)
    } catch {
      throw Failure(
        "\(visible(text)) is not a session name. \(error.advice) \(data.listing)",
        exit: .noInput
      )
    }
  }
}

extension SessionNameProblem {
  fileprivate var advice: String {
    switch self {
    case .shape: "A name is two words and a digit, such as maple-river-1."
    case .unknownWord(let word?): "One of its words may be \(word)."
    case .unknownWord(nil): "Check the spelling of each word."
    case .wrongDigit: "The digit does not fit the words. Check each word and the digit."
    }
  }
}

extension JournalReader {
  /// The last kept session that can be read, for a command without a name.
  ///
  /// - Throws: A failure if there is none, such as one that `has a page`.
  func latest(that isSo: String, in data: DataOptions) throws -> SessionName {
    if let latest = try latest(among: [.open, .finished, .stopped]) { return latest }
    throw Failure("No kept session \(isSo). \(data.listing)", exit: .noInput)
  }
}

extension JournalError {
  /// The message for a person who asked for a session.
  func words(in data: DataOptions) -> String {
    switch self {
    case .noSuchSession, .noOpenSession, .erased: "\(words) \(data.listing)"
    default: words
    }
  }
}

extension DataOptions {
  fileprivate var listing: String { "To see the kept sessions: beforehand journal list\(typed)" }
}
