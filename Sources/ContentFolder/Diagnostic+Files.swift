import Files
import SourceText

// What can be wrong with a file before anything in it is read, alphabetically.
extension Diagnostic {
  /// A name with spaces or capitals.
  static func fileName(_ source: SourceFile, name: String) -> Diagnostic {
    Diagnostic(
      title: "`\(name)` is no name for a guide, so it is not read",
      labels: [Label(source: source, span: .empty)],
      notes: [
        "a name starts with a small letter and has only small letters, digits and hyphens, "
          + "such as `what-to-expect.guide`"
      ]
    )
  }

  /// A file that means nothing where it lies.
  static func fileNotRead(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      severity: .warning,
      title: "this file is not read",
      labels: [Label(source: source, span: .empty)],
      notes: [
        "a content folder has `house.guide`, `glossary.guide`, `signatures.guide`, "
          + "`guides/*.guide`, `evidence/*.guide`, `evidence/sources.json` and `places/*.guide`"
      ]
    )
  }

  /// Too many bytes in all.
  static func folderTooLarge(_ source: SourceFile, _ limits: Limits) -> Diagnostic {
    Diagnostic(
      title: "with this file, the folder is too large",
      labels: [Label(source: source, span: .empty)],
      notes: ["all files together may hold \(limits.folderBytes >> 20) MiB"]
    )
  }

  /// A symbolic link.
  static func linkInContent(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      title: "this is a link, and links are not followed",
      labels: [Label(source: source, span: .empty)],
      notes: ["put the file itself here: what patients read must not lie anywhere else"]
    )
  }

  /// Too many bytes in one file.
  static func oversizeFile(_ source: SourceFile, _ limits: Limits) -> Diagnostic {
    Diagnostic(
      title: "this file is too large",
      labels: [Label(source: source, span: .empty)],
      notes: ["a file may hold \(limits.fileBytes >> 20) MiB"]
    )
  }

  /// More guides than a shelf can hold.
  static func tooManyFiles(_ source: SourceFile, count: Int, _ limits: Limits) -> Diagnostic {
    Diagnostic(
      title: "there are \(count) files here, more than \(limits.files)",
      labels: [Label(source: source, span: .empty)],
      notes: ["those that come last by name are not read"]
    )
  }

  /// The system refused.
  static func unreadableFile(_ source: SourceFile, code: Int32) -> Diagnostic {
    Diagnostic(
      title: "this file could not be read",
      labels: [Label(source: source, span: .empty)],
      notes: ["the system says: \(systemMessage(code))"]
    )
  }

  /// A folder, a pipe or a device instead of a file, or a file instead of a folder.
  static func wrongFileKind(_ source: SourceFile, expectsFolder: Bool) -> Diagnostic {
    Diagnostic(
      title: expectsFolder ? "a folder belongs here" : "a plain file belongs here",
      labels: [Label(source: source, span: .empty)],
      notes: ["what is here under this name is something else, and is not read"]
    )
  }
}
