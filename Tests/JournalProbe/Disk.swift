import Foundation
import TestSupport

/// A disk while a trace goes by: what is on it for good, and what a loss of power may take.
///
/// Only a sync makes anything last: a file's, what was written to it; a folder's, the names in it.
/// Nothing is assumed of the order in which the rest reaches the disk, but that a rename is done
/// whole or not at all, and so is a sector of 512 bytes.
struct Disk {
  private struct Change {
    let start: Int
    /// Nil cuts the file at `start`.
    let bytes: Data?
    var fate = Fate.open
  }

  private enum Fate {
    case open
    case lasting
    /// A sync of it failed: the system takes it for written, and it may never be.
    case doubtful
  }

  private struct File {
    /// What lasts, and after how many changes.
    var base = Data()
    var version = 0
    /// What came after the first that does not last.
    var changes: [Change] = []

    mutating func sync(to fate: Fate) {
      for place in changes.indices where changes[place].fate == .open { changes[place].fate = fate }
      while let first = changes.first, first.fate == .lasting {
        base.apply(first.start, first.bytes)
        changes.removeFirst()
        version += 1
      }
    }
  }

  fileprivate struct NameChange {
    let folder: String
    let removed: String?
    let added: (name: String, file: Int)?
  }

  private static let folderMark = -1

  private var files: [File] = []
  private var numbers: [UInt64: Int] = [:]
  /// The names as the program sees them, and those that last.
  private var names: [String: Int] = [:]
  private var lasting: [String: Int] = [:]
  private var nameChanges: [NameChange] = []
  /// A file whose syncs do nothing: a disk that lies.
  private let unsynced: String?

  init(unsynced: String?) { self.unsynced = unsynced }

  mutating func apply(_ operation: Trace.Operation) {
    switch operation {
    case .make(let name, let inode):
      numbers[inode] = files.count
      files.append(File())
      change(removing: nil, adding: (name, files.count - 1))
    case .makeFolder(let name):
      change(removing: nil, adding: (name, Self.folderMark))
    case .rename(let name, let other):
      if let file = names[name] { change(removing: name, adding: (other, file)) }
    case .remove(let name):
      change(removing: name, adding: nil)
    case .syncFolder(let folder):
      for change in nameChanges where change.folder == folder { lasting.apply(change) }
      nameChanges.removeAll { $0.folder == folder }
    case .write(let inode, let start, let bytes):
      if let file = numbers[inode] {
        files[file].changes.append(Change(start: start, bytes: bytes))
      }
    case .truncate(let inode, let length):
      if let file = numbers[inode] { files[file].changes.append(Change(start: length, bytes: nil)) }
    case .sync(let inode):
      guard let file = numbers[inode] else { return }
      if let unsynced, names.contains(where: { $0.value == file && $0.key.hasSuffix(unsynced) }) {
        return
      }
      files[file].sync(to: .lasting)
    case .failSync(let inode):
      if let file = numbers[inode] { files[file].sync(to: .doubtful) }
    case .say: break
    }
  }

  private mutating func change(removing removed: String?, adding added: (name: String, file: Int)?)
  {
    let name = removed ?? added?.name ?? ""
    let folder = name.lastIndex(of: "/").map { String(name[..<$0]) } ?? "."
    let change = NameChange(folder: folder, removed: removed, added: added)
    names.apply(change)
    nameChanges.append(change)
  }
}

extension Disk {
  /// What is there when the power is back.
  struct Remains {
    var folders: [String] = []
    var files: [String: Data] = [:]
    /// For each file, which it is and how much was done to it, if nothing but what lasts is in it.
    var versions: [String: [Int]] = [:]
  }

  /// What becomes of that which does not last yet.
  enum Style: CaseIterable {
    case drop, keep, reorder, tear
  }

  /// Takes the power away.
  func failing(_ style: Style, _ generator: inout SeededGenerator) -> Remains {
    // Sometimes most of it was written, sometimes little.
    let odds = [1, 4, 8, 12, 15][Int.random(in: 0..<5, using: &generator)]
    func survives(_ generator: inout SeededGenerator) -> Bool {
      switch style {
      case .drop: false
      case .keep: true
      case .reorder, .tear: Int.random(in: 0..<16, using: &generator) < odds
      }
    }
    var names = lasting
    for change in nameChanges where survives(&generator) { names.apply(change) }

    var remains = Remains()
    for (name, number) in names.sorted(by: { $0.key < $1.key }) {
      if let cut = name.lastIndex(of: "/"), !remains.folders.contains(String(name[..<cut])) {
        continue
      }
      if number == Self.folderMark {
        remains.folders.append(name)
        continue
      }
      let file = files[number]
      var bytes = file.base
      var isBase = true
      for change in file.changes {
        let isLasting = change.fate == .lasting
        guard isLasting || survives(&generator) else { continue }
        isBase = false
        let isTorn = !isLasting && style == .tear && Bool.random(using: &generator)
        if isTorn, let whole = change.bytes {
          for sector in sectors(change.start, whole.count) where survives(&generator) {
            let part = sector.lowerBound - change.start..<sector.upperBound - change.start
            bytes.apply(sector.lowerBound, whole[part])
          }
        } else {
          bytes.apply(change.start, change.bytes)
        }
      }
      remains.files[name] = bytes
      if isBase { remains.versions[name] = [number, file.version] }
    }
    return remains
  }

  private func sectors(_ start: Int, _ count: Int) -> [Range<Int>] {
    (start / 512...(start + count - 1) / 512).map { sector in
      max(start, sector * 512)..<min(start + count, sector * 512 + 512)
    }
  }
}

extension Data {
  /// Writes bytes at a place, beyond a gap of zeros if need be; or cuts or fills up at it.
  fileprivate mutating func apply(_ start: Int, _ bytes: Data?) {
    let end = start + (bytes?.count ?? 0)
    if count < end { append(Data(count: end - count)) }
    if let bytes {
      replaceSubrange(start..<end, with: bytes)
    } else {
      removeSubrange(start...)
    }
  }
}

extension [String: Int] {
  fileprivate mutating func apply(_ change: Disk.NameChange) {
    if let removed = change.removed { self[removed] = nil }
    if let added = change.added { self[added.name] = added.file }
  }
}
