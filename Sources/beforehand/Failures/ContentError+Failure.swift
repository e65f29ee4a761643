import ContentFolder
import Files
import SourceText

extension Failure {
  /// Why the content could not be read or written.
  init(_ error: ContentError) {
    switch error {
    case .noFolder(let looked):
      let places = looked.map(quoted).joined(separator: " or ")
      let message = "There is no content folder at \(places). Name one with --content FOLDER."
      self.init(message, exit: .noInput)
    case .missing(let path): self.init("There is no \(quoted(path)).", exit: .noInput)
    case .notAFolder(let path): self.init("\(quoted(path)) is not a folder.", exit: .noInput)
    case .notAFile(let path): self.init("\(quoted(path)) is not a regular file.", exit: .noInput)
    case .noHouse(let path):
      let message = "\(quoted(path)) is not a content folder: it has no `house.guide`."
      self.init(message, exit: .noInput)
    case .tooLarge(let path): self.init("\(quoted(path)) is too large.", exit: .content)
    case .unreadable(let path, let code):
      self.init("\(quoted(path)) could not be read. \(reason(code))", exit: .noInput)
    case .notCreated(let path, let code):
      self.init(
        "No file can be created next to \(quoted(path)). \(reason(code))",
        exit: .cannotCreate
      )
    case .notWritten(let path, let code):
      self.init("\(quoted(path)) could not be changed. \(reason(code))", exit: .disk)
    }
  }
}

private func quoted(_ path: String) -> String { "`\(visible(path))`" }

private func reason(_ code: Int32) -> String { "The system says: \(systemMessage(code))." }
