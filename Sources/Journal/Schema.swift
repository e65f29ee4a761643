import Foundation
import GRDB

/// How the file with a journal's tables is opened.
enum Schema {
  /// Opens a journal for reading: nothing in it changes, not even its write-ahead log.
  ///
  /// Tables that differ from those of the journal's layout are read too, as long as they are tables.
  static func reading(_ path: String, _ layouts: JournalLayouts) throws -> DatabaseQueue {
    var configuration = configuration
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.read { database in
      _ = try layouts.number(of: database)
      try checkTables(database)
    }
    return queue
  }

  /// Opens a journal for writing; creates its tables, or moves them to the latest layout, in one transaction.
  static func writing(_ path: String, _ layouts: JournalLayouts) throws -> DatabaseQueue {
    var configuration = configuration
    configuration.prepareDatabase { database in
      // GRDB would weaken `synchronous` if it were told the journal mode, so it is not told.
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try database.execute(sql: "PRAGMA secure_delete = ON")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { database in
      try layouts.update(database)
      if try layouts.isAltered(database) { throw JournalError.damaged(IntegrityViolation(.tables)) }
    }
    try queue.inDatabase { database in
      let isDurable =
        try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2
        && String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal"
        && Int.fetchOne(database, sql: "PRAGMA secure_delete") == 1
      // A disk without support for a write-ahead log cannot guarantee durability.
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

  /// Refuses anything else with the name of a table, because a view can run code and never end.
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
