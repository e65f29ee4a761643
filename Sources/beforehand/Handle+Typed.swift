import Journal
import SourceText

extension Handle {
  /// The handle that somebody typed.
  ///
  /// - Throws: What is wrong with it, and what to do. Another session is never guessed.
  init(typed text: String) throws(Failure) {
    do {
      try self.init(parsing: text)
    } catch {
      throw Failure("\(visible(text)) is no session's name. \(error.advice)", exit: .noInput)
    }
  }
}

extension HandleFault {
  fileprivate var advice: String {
    switch self {
    case .shape: "A name is two words and a digit, such as maple-river-1."
    case .unknownWord(let word?): "One of its words may be \(word)."
    case .unknownWord(nil): "Look at each word of it once more."
    case .wrongDigit: "The words and the digit do not belong together. Look at each once more."
    }
  }
}
