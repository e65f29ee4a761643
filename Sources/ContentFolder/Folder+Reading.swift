import Files
public import SourceText

extension Folder {
  /// How much of a folder to read.
  public enum Extent: Hashable, Sendable {
    /// What a session in a country needs.
    case session(country: String)
    /// Everything, for every country.
    case everything
  }

  /// Returns the content of the folder.
  ///
  /// A file that cannot be read is omitted and becomes a diagnostic; links are never followed.
  public func read(_ extent: Extent) throws(ContentError) -> ContentText {
    try read(extent, limits: Limits())
  }

  func read(_ extent: Extent, limits: Limits) throws(ContentError) -> ContentText {
    var reading = Reading(path: path, limits: limits)
    let root = try opened()
    let names: [String]
    do {
      names = try root.names(hasHidden: false, limit: limits.names)
    } catch {
      throw ContentError(error, at: path, otherKind: .notAFolder(path: path))
    }
    for name in names where name.hasSuffix(".guide") {
      if [houseName, clinicName, glossaryName, signaturesName].contains(name) {
        reading.readFile(name, in: root, prefix: "")
      } else {
        reading.diagnostics.append(.fileNotRead(reading.empty(name)))
      }
    }
    reading.readFolder("guides", in: root)
    reading.readFolder("evidence", in: root, also: ["sources.json"])
    switch extent {
    case .everything: reading.readFolder("places", in: root)
    case .session(let country): reading.readPlace(of: country, in: root)
    }
    if !names.contains(houseName) { throw .noHouse(path: path) }
    return ContentText(files: reading.files, diagnostics: reading.diagnostics)
  }
}

/// A file that a person named; links are followed.
public func readFile(at path: String) throws(ContentError) -> SourceFile {
  do {
    let bytes = try OpenFile(path).contents(limit: Limits().fileBytes)
    return SourceFile(path: path, bytes: bytes)
  } catch {
    throw ContentError(error, at: path, otherKind: .notAFile(path: path))
  }
}

/// What was read of a folder so far.
private struct Reading {
  let path: String
  let limits: Limits
  var files: [ContentText.File] = []
  var diagnostics: [Diagnostic] = []
  private var room: Int

  init(path: String, limits: Limits) {
    self.path = path
    self.limits = limits
    room = limits.folderBytes
  }

  /// An empty file, for diagnostics about a file that could not be read.
  func empty(_ name: String) -> SourceFile { SourceFile(path: "\(path)/\(name)", bytes: []) }

  /// Reads the guides in the folder named `name`, and the files in `also`.
  mutating func readFolder(
    _ name: String,
    in root: borrowing DirectoryHandle,
    also: [String] = []
  ) {
    do throws(FileError) {
      let folder = try root.folder(name)
      var count = 0
      for file in try folder.names(hasHidden: false, limit: limits.names) {
        if also.contains(file) {
          readFile(file, in: folder, prefix: "\(name)/")
        } else if isGuideName(file) {
          count += 1
          if count <= limits.files { readFile(file, in: folder, prefix: "\(name)/") }
        } else if file.lowercased().hasSuffix(".guide") {
          diagnostics.append(.fileName(empty("\(name)/\(file)"), name: file))
        } else if !isKnownExtra("\(name)/\(file)") {
          diagnostics.append(.fileNotRead(empty("\(name)/\(file)")))
        }
      }
      if count > limits.files {
        diagnostics.append(.tooManyFiles(empty(name), count: count, limits))
      }
    } catch {
      report(error, name)
    }
  }

  /// Reads the place file of `country`, if there is one.
  mutating func readPlace(of country: String, in root: borrowing DirectoryHandle) {
    guard isGuideName("\(country).guide") else { return }
    do throws(FileError) {
      let folder = try root.folder("places")
      readFile("\(country).guide", in: folder, prefix: "places/")
    } catch {
      report(error, "places")
    }
  }

  mutating func readFile(_ file: String, in folder: borrowing DirectoryHandle, prefix: String) {
    let name = prefix + file
    do throws(FileError) {
      let bytes = try folder.file(file).contents(limit: min(limits.fileBytes, room))
      room -= bytes.count
      files.append(
        ContentText.File(name: name, source: SourceFile(path: "\(path)/\(name)", bytes: bytes))
      )
    } catch {
      report(error, name)
    }
  }

  private mutating func report(_ error: FileError, _ name: String) {
    switch error {
    case .missing: break
    case .link: diagnostics.append(.linkInContent(empty(name)))
    case .otherKind:
      let isFolder = !name.contains("/") && !name.hasSuffix(".guide")
      diagnostics.append(.wrongFileKind(empty(name), expectsFolder: isFolder))
    case .tooLarge:
      let isFolderFull = room < limits.fileBytes
      diagnostics.append(
        isFolderFull
          ? .folderTooLarge(empty(name), limits) : .oversizeFile(empty(name), limits)
      )
    default: diagnostics.append(.unreadableFile(empty(name), code: error.code))
    }
  }
}

/// Whether `file` is a name followed by `.guide`.
func isGuideName(_ file: String) -> Bool {
  let bytes = Array(file.utf8)
  let ending = Array(".guide".utf8)
  guard bytes.count > ending.count, bytes.suffix(ending.count).elementsEqual(ending) else {
    return false
  }
  return isName(bytes.dropLast(ending.count))
}

private func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
  guard let first = bytes.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else {
    return false
  }
  return bytes.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

/// Whether something other than a guide is allowed here: the sources, or files left by a text editor.
private func isKnownExtra(_ name: String) -> Bool {
  name == sourcesName || name.hasSuffix("~") || name.contains("/#")
}
