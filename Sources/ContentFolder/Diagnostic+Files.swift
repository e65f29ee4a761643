import Files
import SourceText

// Problems with a file that are found before its text is read, in alphabetical order.
extension Diagnostic {
  /// A file name that cannot be the name of a guide, such as one with spaces or capital letters.
  static func fileName(_ source: SourceFile, name: String) -> Diagnostic {
    Diagnostic(
      title: "`\(name)` cannot be the name of a guide, so it is not read",
      labels: [Label(source: source, span: .empty)],
      notes: [
        "start the name with a lowercase letter and use only lowercase letters, digits, and hyphens, "
          + "as in `what-to-expect.guide`"
      ]
    )
  }

  /// A file in a place where the program does not look for files.
  static func fileNotRead(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      severity: .warning,
      title: "this file is not read",
      labels: [Label(source: source, span: .empty)],
      notes: [
        "a content folder can have `house.guide`, `clinic.guide`, `glossary.guide`, `signatures.guide`, "
          + "`guides/*.guide`, `evidence/*.guide`, `evidence/sources.json`, and `places/*.guide`"
      ]
    )
  }

  /// A folder whose files are larger in total than the limit.
  static func folderTooLarge(_ source: SourceFile, _ limits: Limits) -> Diagnostic {
    Diagnostic(
      title: "this file makes the folder too large",
      labels: [Label(source: source, span: .empty)],
      notes: ["the limit is \(limits.folderBytes >> 20) MiB for all files together"]
    )
  }

  /// A symbolic link in the content folder.
  static func linkInContent(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      title: "this is a link, and links are not followed",
      labels: [Label(source: source, span: .empty)],
      notes: ["put the file itself here; everything patients read must be inside this folder"]
    )
  }

  /// A file that is larger than the limit.
  static func oversizeFile(_ source: SourceFile, _ limits: Limits) -> Diagnostic {
    Diagnostic(
      title: "this file is too large",
      labels: [Label(source: source, span: .empty)],
      notes: ["the limit is \(limits.fileBytes >> 20) MiB"]
    )
  }

  /// A folder with more files than the limit.
  static func tooManyFiles(_ source: SourceFile, count: Int, _ limits: Limits) -> Diagnostic {
    Diagnostic(
      title: "this folder has \(count) files, more than the limit of \(limits.files)",
      labels: [Label(source: source, span: .empty)],
      notes: ["the last files in alphabetical order are not read"]
    )
  }

  /// A file that the operating system could not read.
  static func unreadableFile(_ source: SourceFile, code: Int32) -> Diagnostic {
    Diagnostic(
      title: "this file cannot be read",
      labels: [Label(source: source, span: .empty)],
      notes: ["the system says: \(systemMessage(code))"]
    )
  }

  /// A folder, pipe, or device where a file is expected, or a file where a folder is expected.
  static func wrongFileKind(_ source: SourceFile, expectsFolder: Bool) -> Diagnostic {
    Diagnostic(
      title: expectsFolder ? "this should be a folder" : "this should be a regular file",
      labels: [Label(source: source, span: .empty)],
      notes: ["it is something else, so it is not read"]
    )
  }
}
