import Crypto
import Foundation
import JournalRows

/// All that can be read from the files of a state, in one digest.
///
/// A journal that SQLite recovers to the same rows, beside the same note and keys, is the same to
/// every reader: it is looked at once, and again now and then.
enum Contents {
  /// Nil if SQLite cannot read it.
  static func digest(_ remains: Disk.Remains, on shelf: Shelf) -> SHA256.Digest? {
    var hash = SHA256()
    let journal = "data/journal.sqlite"
    for (name, bytes) in remains.files.sorted(by: { $0.key < $1.key })
    where name == journal ? bytes.isEmpty : !name.hasPrefix(journal) {
      hash.update(data: Data("\(name) \(bytes.count) ".utf8))
      // What was left from creating a journal is created again.
      if !name.hasPrefix("data/journal-new") { hash.update(data: bytes) }
    }
    // SQLite would throw away the log of an empty journal.
    guard remains.files[journal]?.isEmpty == false else { return hash.finalize() }
    let rows = unsafe journal_rows("\(shelf.path)/\(journal)")
    guard rows.is_read else { return nil }
    hash.update(data: Data("\(rows.hash)".utf8))
    return hash.finalize()
  }
}
