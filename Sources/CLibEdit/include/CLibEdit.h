// The parts of a terminal that Swift cannot reach or should not touch: libedit's variadic
// functions, C's global streams, signals, and terminal modes. A process has one terminal, so
// there is one editor and its state is static; every call belongs to one thread.

#ifndef CLIBEDIT_H
#define CLIBEDIT_H

#include <stdbool.h>
#include <stdint.h>

/// What `terminal_next_byte` and `input_next_byte` return when it is not a byte. After the input
/// ends, every later call returns the same code.
enum {
  /// Nothing came within the time given.
  TERMINAL_QUIET = -1,
  /// The terminal has changed its size.
  TERMINAL_RESIZED = -2,
  /// SIGINT arrived from outside; the key itself arrives as a byte.
  TERMINAL_INTERRUPTED = -3,
  /// The terminal is gone, or SIGHUP says so.
  TERMINAL_HUNG_UP = -4,
  /// SIGTERM arrived.
  TERMINAL_TERMINATED = -5,
  /// The file or pipe is at its end.
  TERMINAL_ENDED = -6,
};

/// Makes crashes silent. Call this before anything else: Swift's own handlers offer a debugger to
/// the person at the terminal, and a core file would contain what a person wrote.
void terminal_silence_crashes(void);

/// Makes the kernel refuse this process, and every thread of it, to start another program or to trace
/// one, for good. Does nothing if the kernel has no such filters.
void process_forbid_programs(void);

/// Whether standard input and standard output are both a terminal.
bool terminal_is_present(void);

/// The number of columns and rows of the terminal; 0 means unknown.
int terminal_columns(void);
int terminal_rows(void);

/// Takes control of the terminal for a session: no echo, no signals from keys, no flow control, nothing that
/// was typed before. Returns the session's number, or 0 when there is no terminal. A session
/// still open is closed first.
int terminal_take(void);

/// Ends a session, forgets what it killed and typed, and restores the terminal.
/// Does nothing when that session is not the open one.
void terminal_give_back(int session);

/// Whether that session is the open one.
bool terminal_is_held(int session);

/// Whether a line can be redrawn in place: this terminal can move its cursor, and ACCESSIBLE does
/// not ask for plain text.
bool terminal_can_redraw(void);

/// Whether a byte is waiting to be read, or comes within this time.
bool terminal_has_typed(int milliseconds);

/// Drops everything that was typed or pasted but not read yet, including the rest of a paste that is
/// still arriving.
void terminal_drop_typed(void);

/// The next byte typed, or one of the codes above. Waits forever when `milliseconds` is -1.
int terminal_next_byte(int milliseconds);

/// Gives libedit the scalars `next` returns until one of them is a newline; true when that came.
/// A negative scalar stops the line at once.
bool terminal_edit_line(const char *prompt, int32_t (*next)(void *context), void *context);

/// What `next` returns to have libedit draw the line that was last set.
enum { TERMINAL_DRAW = 0x07 };

/// Sets the characters that libedit draws, each one column wide, and the character that the cursor
/// is before.
void terminal_set_line(const int32_t *scalars, int count, int cursor);

/// Returns a character that stands for the first column of a letter of one or two columns until the
/// next line begins, or 0 when there are too many.
int32_t terminal_stand_in(const char *letter, int width);

/// Returns the character that stands for its second column.
int32_t terminal_second_column(int32_t stand_in);

/// Whether a character may be one of those.
bool terminal_may_stand_in(uint32_t scalar);

/// Draws the line that was last set for the terminal's new size. Only while a line is being edited.
void terminal_redraw_line(void);

/// Rings the bell.
void terminal_ring(void);

/// Flushes what was printed; returns 0 if all of it was written.
int terminal_flush(void);

/// The number of columns that a scalar takes on the screen, or -1 if that is not known.
int terminal_width(uint32_t scalar);

/// Lets SIGTERM and SIGHUP end the input of a process that has no terminal.
void input_catch_endings(void);

/// The next byte of a file or pipe, or one of the codes above. Waits forever when `milliseconds` is -1.
int input_next_byte(int descriptor, int milliseconds);

#endif
