import Journal
import SourceText

extension SessionName {
  /// The handle that somebody typed, of a session kept in this place.
  ///
  /// - Throws: What is wrong with it, and what to do. Another session is never guessed.
  init(typed text: String, in data: DataOptions) throws(Failure) {
    do {
      try self.init(parsing: text)
    } catch {
      throw Failure(
        "\(visible(text)) is no session's name. \(error.advice) \(data.listing)",
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
    case .unknownWord(nil): "Look at each word of it once more."
    case .wrongDigit: "The words and the digit do not belong together. Look at each once more."
    }
  }
}

extension JournalReader {
  /// The session kept last that can be read, for who names none.
  ///
  /// - Throws: That nothing is kept of which this, such as `has a page`, is true.
  func latest(that isSo: String, in data: DataOptions) throws -> SessionName {
    if let latest = try latest(among: [.open, .finished, .stopped]) { return latest }
    throw Failure("Nothing is kept that \(isSo). \(data.listing)", exit: .noInput)
  }
}

extension JournalError {
  /// What somebody is told who asked for a session kept in this place.
  func words(in data: DataOptions) -> String {
    switch self {
    case .noSuchSession, .noOpenSession, .erased: "\(words) \(data.listing)"
    default: words
    }
  }
}

extension DataOptions {
  fileprivate var listing: String { "beforehand journal list\(typed) shows what is kept." }
}
