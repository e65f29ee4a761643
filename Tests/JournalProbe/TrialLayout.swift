import Foundation
import GRDB
import Journal

extension JournalLayouts {
  /// The layouts of a program that follows this one: a journal can be moved to its last.
  static let trial: JournalLayouts = {
    let tables = [
      """
      CREATE TABLE listing (position INTEGER PRIMARY KEY, session INTEGER NOT NULL, \
      sealed BLOB NOT NULL) STRICT
      """,
      "CREATE TABLE listed (one INTEGER PRIMARY KEY CHECK (one = 1), count INTEGER NOT NULL) STRICT",
      """
      CREATE TRIGGER listing_delete BEFORE DELETE ON listing \
      BEGIN SELECT RAISE(FAIL, 'append only'); END
      """,
    ]
    let copying = [
      "INSERT INTO listing SELECT position, session, sealed FROM event",
      "INSERT INTO listed SELECT 1, count(*) FROM event",
    ]
    let next = JournalLayout(
      number: known.layouts.count + 1,
      changes: [tables[0], copying[0], tables[1], copying[1], tables[2]],
      schema: (known.layouts.last?.schema ?? []) + tables
    )
    return JournalLayouts(known.layouts + [next])
  }()
}

/// How far a journal was moved to the trial layout.
enum Move: Hashable {
  case notBegun
  case done
  case partly
  /// The journal cannot be read; then other checks report it.
  case unreadable

  /// Looks at the journal in this folder.
  init(of path: String) {
    // SQLite would throw away the log of an empty journal.
    let attributes = try? FileManager.default.attributesOfItem(atPath: "\(path)/journal.sqlite")
    guard let size = attributes?[.size] as? Int, size > 0 else {
      self = .notBegun
      return
    }
    var configuration = Configuration()
    configuration.readonly = true
    let found = try? DatabaseQueue(path: "\(path)/journal.sqlite", configuration: configuration)
      .read { database in
        let number = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        let sql =
          "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'liste%' OR name LIKE 'listing%'"
        let tables = try Int.fetchOne(database, sql: sql) ?? 0
        if number < JournalLayouts.trial.layouts.count {
          return tables == 0 ? Move.notBegun : .partly
        }
        let counts = "SELECT (SELECT count FROM listed) = (SELECT count(*) FROM listing)"
        return try Bool.fetchOne(database, sql: counts) == true && tables == 3 ? .done : .partly
      }
    self = found ?? .unreadable
  }
}
