#include "JournalRows.h"

#include <sqlite3.h>
#include <stddef.h>

static const char *const statements[] = {
    "PRAGMA quick_check",        "SELECT * FROM sqlite_schema", "PRAGMA user_version",
    "SELECT * FROM meta",        "SELECT * FROM head",          "SELECT * FROM event",
    "SELECT * FROM session",     "SELECT * FROM sessionkey",    "SELECT * FROM text",
};

// What only later layouts have.
static const char *const later[] = {"SELECT * FROM listing", "SELECT * FROM listed"};

static uint64_t mixed(uint64_t hash, uint64_t word) {
  hash = (hash ^ word) * 0x9E3779B97F4A7C15;
  return hash ^ hash >> 29;
}

static uint64_t mixed_column(uint64_t hash, sqlite3_stmt *row, int column) {
  const unsigned char *bytes = sqlite3_column_blob(row, column);
  int count = sqlite3_column_bytes(row, column);
  hash = mixed(hash, (uint64_t)sqlite3_column_type(row, column) << 32 | (uint64_t)count);
  for (int place = 0; place < count; place++) hash = mixed(hash, bytes[place]);
  return hash;
}

/// Takes in all rows of a statement; whether they can be read. A table that only later layouts have can
/// be missing.
static bool is_read(sqlite3 *journal, const char *statement, bool is_later, uint64_t place, uint64_t *hash) {
  sqlite3_stmt *row = NULL;
  if (sqlite3_prepare_v2(journal, statement, -1, &row, NULL) != SQLITE_OK) return is_later;
  int step;
  while ((step = sqlite3_step(row)) == SQLITE_ROW) {
    *hash = mixed(*hash, place);
    for (int column = 0; column < sqlite3_column_count(row); column++)
      *hash = mixed_column(*hash, row, column);
  }
  sqlite3_finalize(row);
  return step == SQLITE_DONE;
}

JournalRows journal_rows(const char *path) {
  JournalRows rows = {true, 0};
  sqlite3 *journal = NULL;
  rows.is_read = sqlite3_open_v2(path, &journal, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK;
  size_t count = sizeof statements / sizeof *statements;
  for (size_t place = 0; rows.is_read && place < count; place++)
    rows.is_read = is_read(journal, statements[place], false, place, &rows.hash);
  for (size_t place = 0; rows.is_read && place < sizeof later / sizeof *later; place++)
    rows.is_read = is_read(journal, later[place], true, count + place, &rows.hash);
  sqlite3_close(journal);
  return rows;
}
