import Foundation
import GRDB

/// The tables, and how the file that holds them is opened.
enum Schema {
  /// Each makes the tables of its version from those of the one before.
  private static let migrations: [@Sendable (Database) throws -> Void] = [
    { database in
      for statement in tables { try database.execute(sql: statement) }
    }
  ]

  static var version: Int { migrations.count }

  /// What may never change says so itself; `sessionkey` is the only table rows are deleted from.
  ///
  /// It refuses with `FAIL`, as the statements of each commit do: with `ABORT`, SQLite would keep a
  /// journal of every statement, to undo it alone. Here the whole transaction is undone.
  static let tables =
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

  private static func refusal(of change: String, on table: String) -> String {
    """
    CREATE TRIGGER \(table)_\(change.lowercased()) BEFORE \(change) ON \(table) \
    BEGIN SELECT RAISE(FAIL, 'append only'); END
    """
  }

  /// Opens a journal to read: nothing of it changes, not even its write-ahead log.
  ///
  /// Tables that are not the ones made here are read too, as long as they are tables.
  static func reading(_ path: String) throws -> DatabaseQueue {
    var configuration = configuration
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.read { database in
      let version = try version(of: database)
      if version > Self.version { throw JournalError.newer(version: version) }
      try checkTables(database)
    }
    return queue
  }

  /// Opens a journal to write; makes or migrates its tables.
  static func writing(_ path: String) throws -> DatabaseQueue {
    var configuration = configuration
    configuration.prepareDatabase { database in
      // GRDB would weaken `synchronous` if it were told of the journal mode, so it is not told.
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try database.execute(sql: "PRAGMA secure_delete = ON")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { database in
      let version = try version(of: database)
      if version > Self.version { throw JournalError.newer(version: version) }
      for migrate in migrations.dropFirst(version) { try migrate(database) }
      if version < Self.version {
        try database.execute(sql: "PRAGMA user_version = \(Self.version)")
      }
      if try isAltered(database) { throw JournalError.damaged(IntegrityViolation(.tables)) }
    }
    try queue.inDatabase { database in
      let isDurable =
        try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2
        && String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal"
        && Int.fetchOne(database, sql: "PRAGMA secure_delete") == 1
      // A disk that cannot keep a write-ahead log cannot keep a promise.
      if !isDurable { throw JournalError.storage(code: 0) }
    }
    return queue
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(2)
    configuration.prepareDatabase(prepare)
    return configuration
  }

  @Sendable
  private static func prepare(_ database: Database) throws {
    try database.execute(sql: "PRAGMA trusted_schema = OFF")
    try database.execute(sql: "PRAGMA cell_size_check = ON")
  }

  private static func version(of database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
  }

  /// Whether the tables, and all that goes with them, are not the ones made here.
  static func isAltered(_ database: Database) throws -> Bool {
    let found = try Optional<String>.fetchAll(
      database,
      sql: "SELECT sql FROM sqlite_schema ORDER BY rowid"
    )
    return try version(of: database) != Self.version || found != tables
  }

  /// Refuses what has the name of a table and is none: a view can run code, and have no end.
  private static func checkTables(_ database: Database) throws {
    let others = try Int.fetchOne(
      database,
      sql: """
        SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type <> 'table' AND name IN \
        ('meta', 'head', 'event', 'session', 'sessionkey', 'text')
        """
    )
    if others != 0 { throw JournalError.damaged(IntegrityViolation(.tables)) }
  }
}
