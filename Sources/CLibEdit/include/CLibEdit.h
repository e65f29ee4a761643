// The parts of a terminal that Swift cannot reach or should not touch: libedit's variadic
// functions, C's global streams, signals, and terminal modes. A process has one terminal, so
// there is one editor and its state is static; every call belongs to one thread.

#ifndef CLIBEDIT_H
#define CLIBEDIT_H

#include <stdbool.h>
#include <stdint.h>

/// What `terminal_next_byte` returns when it is not a byte.
enum {
  /// Nothing came within the time given.
  TERMINAL_QUIET = -1,
  /// The terminal has changed its size.
  TERMINAL_RESIZED = -2,
  /// SIGINT arrived from outside; the key itself arrives as a byte.
  TERMINAL_INTERRUPTED = -3,
  /// SIGTERM or SIGHUP arrived, or the terminal is gone. Every later call says so again.
  TERMINAL_ENDED = -4,
};

/// Makes crashes silent. To be called before anything else: Swift's own handlers offer whoever
/// sits at the terminal a debugger, and a core file would hold what a person wrote.
void terminal_silence_crashes(void);

/// Whether standard input and standard output are both a terminal.
bool terminal_is_present(void);

/// How many columns and rows the terminal has; 0 is unknown.
int terminal_columns(void);
int terminal_rows(void);

/// Takes the terminal for a session: no echo, no signals from keys, no flow control, nothing that
/// was typed before. Returns the session's number, or 0 when there is no terminal. A session
/// still open is closed first.
int terminal_take(void);

/// Ends a session, forgets what it killed and typed, and gives the terminal back as it was.
/// Does nothing when that session is not the open one.
void terminal_give_back(int session);

/// Whether that session is the open one.
bool terminal_is_held(int session);

/// Whether this terminal can move its cursor, so that a line can be redrawn in place.
bool terminal_can_redraw(void);

/// The next byte typed, or one of the codes above. Waits forever when `milliseconds` is -1.
int terminal_next_byte(int milliseconds);

/// Gives libedit the scalars `next` returns until one of them is a newline; true when that came.
/// A negative scalar stops the line at once.
bool terminal_edit_line(const char *prompt, int32_t (*next)(void *context), void *context);

/// The line being edited, or edited last: how long it is, its scalars, and where the cursor is.
int terminal_line_count(void);
uint32_t terminal_line_scalar(int index);
int terminal_line_cursor(void);

/// Draws the line again for the terminal's new size. Only while a line is being edited.
void terminal_redraw_line(void);

/// Rings the bell.
void terminal_ring(void);

/// Sends what was printed on its way.
void terminal_flush(void);

/// How many columns a scalar takes on the screen.
int terminal_width(uint32_t scalar);

/// The next byte of a file or pipe, or -1 at its end.
int descriptor_next_byte(int descriptor);

#endif
