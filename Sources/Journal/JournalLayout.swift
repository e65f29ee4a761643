import GRDB

/// The tables of a journal file, numbered.
///
/// A journal keeps the number of its layout in `user_version`.
///
/// A later layout may add tables, columns and triggers. The columns that layout 1 has, and their meaning,
/// stay, so that one program reads every layout up to its own. No published layout is ever edited: a journal
/// whose tables differ from its layout counts as damaged.
package struct JournalLayout: Sendable {
  /// The layout's number, counted from 1.
  package let number: Int
  /// The SQL statements that make it from the layout before, or from an empty file if it is the first.
  package let changes: [String]
  /// What SQLite's schema table holds in a journal of this layout, in the order of its rows.
  package let schema: [String]

  /// A layout made by `changes`, after which SQLite's schema table holds `schema`.
  package init(number: Int, changes: [String], schema: [String]) {
    self.number = number
    self.changes = changes
    self.schema = schema
  }
}

/// The layouts that a program knows, from the first to the one it writes.
package struct JournalLayouts: Sendable {
  /// The layouts, in order of their numbers: 1, 2, 3, and so on.
  package let layouts: [JournalLayout]

  /// The number of the layout that a program with these layouts writes.
  var latest: Int { layouts.count }

  /// The layouts up to this program's own.
  package static let known = JournalLayouts([.first])

  /// - Precondition: The layouts are numbered from 1, without a gap.
  package init(_ layouts: [JournalLayout]) {
    precondition(layouts.map(\.number) == Array(1...layouts.count))
    self.layouts = layouts
  }

  /// Returns the number of the layout that a journal has; 0 for an empty file.
  ///
  /// - Throws: `JournalError.newer` if it is later than all of these.
  func number(of database: Database) throws -> Int {
    let number = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    if number > latest { throw JournalError.newer(version: number) }
    return number
  }

  /// Moves a journal to the latest layout.
  ///
  /// It runs in the transaction of its caller: if anything fails, the journal keeps the layout it had.
  func update(_ database: Database) throws {
    let number = try number(of: database)
    guard (0..<latest).contains(number) else { return }
    for layout in layouts.dropFirst(number) {
      for statement in layout.changes { try database.execute(sql: statement) }
    }
    try database.execute(sql: "PRAGMA user_version = \(latest)")
  }

  /// Whether the tables of a journal, and all that goes with them, differ from those of its layout.
  func isAltered(_ database: Database) throws -> Bool {
    let number = try number(of: database)
    guard let layout = layouts.first(where: { $0.number == number }) else { return true }
    let found = try Optional<String>.fetchAll(
      database,
      sql: "SELECT sql FROM sqlite_schema ORDER BY rowid"
    )
    return found != layout.schema
  }
}

extension JournalLayout {
  /// The layout of version 1.0.
  ///
  /// Triggers refuse every change of what may never change; `sessionkey` is the only table that rows are
  /// deleted from. They refuse with `FAIL`, as the statements of each commit do: with `ABORT`, SQLite would
  /// keep a journal of every statement, to undo it alone. Here the whole transaction is undone.
  package static let first: JournalLayout = {
    let tables =
      [
        """
        CREATE TABLE meta (one INTEGER PRIMARY KEY CHECK (one = 1), journal BLOB NOT NULL, \
        reader BLOB NOT NULL, writer BLOB NOT NULL) STRICT
        """,
        """
        CREATE TABLE head (one INTEGER PRIMARY KEY CHECK (one = 1), count INTEGER NOT NULL, \
        hash BLOB NOT NULL, signature BLOB NOT NULL) STRICT
        """,
        """
        CREATE TABLE event (position INTEGER PRIMARY KEY, session INTEGER NOT NULL, \
        sequence INTEGER NOT NULL, kind INTEGER NOT NULL, previous BLOB NOT NULL, \
        sealed BLOB NOT NULL, hash BLOB NOT NULL) STRICT
        """,
        """
        CREATE TABLE session (session INTEGER PRIMARY KEY, position INTEGER NOT NULL, \
        handle INTEGER NOT NULL, day INTEGER NOT NULL, recipient BLOB NOT NULL, \
        key BLOB NOT NULL) STRICT
        """,
        """
        CREATE TABLE sessionkey (session INTEGER PRIMARY KEY, recipient BLOB NOT NULL, \
        wrapped BLOB NOT NULL) STRICT
        """,
        """
        CREATE TABLE text (position INTEGER PRIMARY KEY, fingerprint BLOB NOT NULL, \
        bytes BLOB NOT NULL) STRICT
        """,
        """
        CREATE TRIGGER event_order BEFORE INSERT ON event \
        WHEN NEW.position <> (SELECT ifnull(max(position), 0) + 1 FROM event) \
        BEGIN SELECT RAISE(FAIL, 'append only'); END
        """,
        """
        CREATE TRIGGER head_order BEFORE UPDATE ON head WHEN NEW.count <= OLD.count \
        BEGIN SELECT RAISE(FAIL, 'append only'); END
        """,
        refusal(of: "DELETE", on: "head"), refusal(of: "UPDATE", on: "sessionkey"),
      ]
      + ["meta", "event", "session", "text"].flatMap { table in
        ["UPDATE", "DELETE"].map { refusal(of: $0, on: table) }
      }
    return JournalLayout(number: 1, changes: tables, schema: tables)
  }()

  private static func refusal(of change: String, on table: String) -> String {
    """
    CREATE TRIGGER \(table)_\(change.lowercased()) BEFORE \(change) ON \(table) \
    BEGIN SELECT RAISE(FAIL, 'append only'); END
    """
  }
}
