// The rows of a journal, by SQLite alone: hundreds of thousands are read, and whatever stands between
// would take most of the time.

#ifndef JOURNALROWS_H
#define JOURNALROWS_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
  /// Whether SQLite could read all of it.
  bool is_read;
  /// A hash of everything in it.
  uint64_t hash;
} JournalRows;

/// Reads all rows of all tables of the journal at this path, once SQLite has recovered it.
JournalRows journal_rows(const char *path);

#endif
