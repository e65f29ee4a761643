import Authoring
import ContentFolder
import SourceText

extension Failure {
  /// Why an author's command could not do its work.
  init(_ error: AuthoringError) {
    switch error {
    case .content(let reason): self.init(reason)
    case .contentHasErrors:
      self.init("The content has errors. To see them, run `beforehand check`.", exit: .content)
    case .noGuide(let name, let similar):
      let message = "There is no guide called \(quoted(name)).\(offer(similar.map(quoted)))"
      self.init(message, exit: .noInput)

    case .noDiagnostic(let name, let similar):
      let message =
        "There is no problem called \(quoted(name)).\(offer(similar.map(quoted))) "
        + "`beforehand explain` lists them all."
      self.init(message, exit: .noInput)
    case .samePlace(let path):
      self.init("Two files belong in the same place; \(quoted(path)) is one.", exit: .usage)
    case .folderAmongFiles(let path):
      self.init("\(quoted(path)) is a folder. Name a folder by itself.", exit: .usage)
    case .folderNotCreated(let path):
      self.init("The folder \(quoted(path)) could not be created.", exit: .cannotCreate)
    case .noGuideInEitherVersion, .noHouse, .versionHasErrors, .noGit, .noRepository, .noRevision,
      .noContentYet:
      self.init(comparing: error)
    case .dayIsInTheFuture(let day): self.init("\(day) is in the future.", exit: .usage)
    case .dayIsBeforeReview(let day, let reviewed):
      self.init(
        "\(day) is before \(reviewed), the day on which the guide says it was reviewed.",
        exit: .usage
      )
    case .houseIsNotSigned:
      let message =
        "`house` cannot be signed. Sign each guide; that includes what it uses of `house.guide`."
      self.init(message, exit: .usage)
    case .signaturesHaveErrors(let path):
      let message = "\(quoted(path)) has errors. To see them, run `beforehand check`."
      self.init(message, exit: .content)
    case .unfit(let part, let problem): self.init("\(part.option): \(problem)", exit: .usage)
    case .fileExists(let path):
      let message = "\(quoted(path)) was not written because it already exists."
      self.init(message, exit: .cannotCreate)
    case .fileNotCreated(let path):
      let message = "\(quoted(path)) could not be created in that folder."
      self.init(message, exit: .cannotCreate)
    case .writtenWithProblems(let path, _):
      self.init("\(quoted(path)) was written, but has problems. Fix them first.", exit: .content)
    }
  }

  /// Why two versions could not be compared.
  private init(comparing error: AuthoringError) {
    switch error {
    case .noGuideInEitherVersion(let name, let similar):
      let message =
        "There is no guide called \(quoted(name)) in either version.\(offer(similar.map(quoted)))"
      self.init(message, exit: .noInput)
    case .noHouse(let version):
      self.init("\(quoted(version)) has no `house.guide` that can be read.", exit: .content)
    case .versionHasErrors(let version, let errors):
      let number = counted(errors.count, "error") ?? "errors"
      let first = errors.first.map { " The first is at \($0.place): \($0.title)." } ?? ""
      let message = "\(quoted(version)) has \(number), so it cannot be compared.\(first)"
      self.init(message, exit: .content)
    case .noGit(let revision):
      let message =
        "\(quoted(revision)) is not a file or a folder. To compare with a revision, install `git`."
      self.init(message, exit: .configuration)
    case .noRepository(let revision, let folder):
      let message =
        "\(quoted(revision)) is not a file or a folder. It cannot be a revision, because "
        + "\(quoted(folder)) is not in a git repository."
      self.init(message, exit: .noInput)
    case .noRevision(let revision):
      let message =
        "\(quoted(revision)) is not a file, a folder, or a revision that git knows."
      self.init(message, exit: .noInput)
    case .noContentYet(let revision, let folder):
      let message = "At \(quoted(revision)) there was no content in \(quoted(folder)) yet."
      self.init(message, exit: .noInput)
    default: self.init(error)
    }
  }
}

extension GuideInterview.Part {
  /// The option that gives it.
  var option: String {
    switch self {
    case .title: "--title"
    case .name: "--name"
    case .audience: "--for"
    case .about: "--about"
    case .kind: "--decision-aid"
    case .condition: "--condition"
    case .decision: "--decision"
    case .choice: "--choice"
    }
  }
}

private func quoted(_ name: String) -> String { "`\(visible(name))`" }

private func offer(_ similar: [String]) -> String {
  similar.isEmpty ? "" : " Did you mean \(similar.joined(separator: " or "))?"
}
