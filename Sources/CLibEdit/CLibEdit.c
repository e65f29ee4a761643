#define _GNU_SOURCE

#include "CLibEdit.h"

#include <errno.h>
#include <fcntl.h>
#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

static const int session_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGQUIT, SIGTSTP};
enum { signal_count = sizeof session_signals / sizeof *session_signals };

static struct {
  int session;
  bool is_held;
  EditLine *editor;
  bool can_redraw;
  FILE *drawing, *silence;
  struct termios before;
  struct sigaction actions_before[signal_count];
  int columns;
  wchar_t prompt[512];
  int32_t (*next)(void *);
  void *context;
  /// What to draw next.
  wchar_t *line;
  int cursor;
} terminal;

static volatile sig_atomic_t is_interrupted, is_resized, ending;
static int wake[2] = {-1, -1};

void terminal_silence_crashes(void) {
  static const int crashes[] = {SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP};
  size_t count = sizeof crashes / sizeof *crashes;
  for (size_t index = 0; index < count; index++) signal(crashes[index], SIG_DFL);
  setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
  prctl(PR_SET_DUMPABLE, 0);
}

// libedit drops characters that its locale does not have, so a locale without UTF-8 would lose names.
// Only characters follow the locale: a decimal comma must not reach a file or a query.
static bool set_locale(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL;
}

// Records what happened and wakes `poll`; libedit is not safe to call from here.
static void note(int number) {
  int before = errno;
  if (number == SIGINT) is_interrupted = 1;
  if (number == SIGWINCH) is_resized = 1;
  if (number == SIGTERM) ending = TERMINAL_TERMINATED;
  if (number == SIGHUP) ending = TERMINAL_HUNG_UP;
  (void)!write(wake[1], "", 1);
  errno = before;
}

static void open_wake(void) {
  if (wake[0] < 0 && pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0) wake[0] = wake[1] = -1;
}

static void drain_wake(void) {
  char drained[64];
  while (read(wake[0], drained, sizeof drained) > 0) continue;
}

static void catch_signals(void) {
  open_wake();
  for (int index = 0; index < signal_count; index++) {
    int number = session_signals[index];
    struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
    if (number == SIGQUIT || number == SIGTSTP) action.sa_handler = SIG_IGN;
    sigaction(number, &action, &terminal.actions_before[index]);
  }
}

void input_catch_endings(void) {
  static const int endings[] = {SIGTERM, SIGHUP};
  open_wake();
  for (int index = 0; index < 2; index++) {
    struct sigaction before, action = {.sa_handler = note, .sa_flags = SA_RESTART};
    // A program that was started to outlive its terminal does.
    if (sigaction(endings[index], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
      sigaction(endings[index], &action, NULL);
  }
}

// A key pressed while the program is exiting must not end it halfway, so the signals of keys stay
// without effect.
static void release_signals(void) {
  for (int index = 0; index < signal_count; index++) {
    int number = session_signals[index];
    if (number == SIGINT || number == SIGQUIT || number == SIGTSTP)
      signal(number, SIG_IGN);
    else
      sigaction(number, &terminal.actions_before[index], NULL);
  }
}

bool terminal_is_present(void) { return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO); }

static struct winsize window(void) {
  struct winsize window = {0};
  return ioctl(STDIN_FILENO, TIOCGWINSZ, &window) == 0 ? window : (struct winsize){0};
}

int terminal_columns(void) { return window().ws_col; }
int terminal_rows(void) { return window().ws_row; }

// Between two lines, keys stay silent as they are during a line: a ^C would end the program there, a ^S
// would freeze it, and an echo would land in the middle of what is being shown.
static void mute_keys(void) {
  struct termios mode = terminal.before;
  mode.c_iflag &= ~(tcflag_t)(IXON | IXOFF | ICRNL | INLCR | IGNCR | ISTRIP);
  mode.c_lflag &= ~(tcflag_t)(ISIG | ICANON | ECHO | IEXTEN);
  mode.c_oflag |= OPOST | ONLCR;
  mode.c_cc[VMIN] = 1;
  mode.c_cc[VTIME] = 0;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &mode);
}

static wchar_t *prompt(EditLine *editor) {
  (void)editor;
  return terminal.prompt;
}

static int next_character(EditLine *editor, wchar_t *character) {
  (void)editor;
  int32_t scalar = terminal.next(terminal.context);
  if (scalar < 0) return -1;
  *character = (wchar_t)scalar;
  return 1;
}

// libedit keeps one character for each column of the screen: it loses the marks of a letter that is
// more than one, and loses its place among letters of two columns. It is therefore given one
// character for each column, and what it writes passes through here, where the first of them
// becomes the letter and the second nothing.
enum { first_columns = 0xF0000, second_columns = 0x100000, most_letters = 0xFFFE };

static struct {
  char *texts[most_letters];
  bool are_wide[most_letters];
  int32_t count;
  /// Whether the last thing written was a letter whose second column is still to come.
  bool is_midway;
  /// The sequence that moves the cursor one column forward.
  char forward[16];
  /// The beginning of a character that libedit has not completely written yet.
  unsigned char begun[4];
  int begun_count;
} letters;

bool terminal_may_stand_in(uint32_t scalar) { return scalar >= first_columns; }

int32_t terminal_stand_in(const char *letter, int width) {
  char *text = letters.count < most_letters ? strdup(letter) : NULL;
  if (text == NULL) return 0;
  letters.texts[letters.count] = text;
  letters.are_wide[letters.count] = width == 2;
  return first_columns + letters.count++;
}

int32_t terminal_second_column(int32_t stand_in) {
  return second_columns + (stand_in - first_columns);
}

static void forget_letters(void) {
  while (letters.count > 0) {
    char *text = letters.texts[--letters.count];
    explicit_bzero(text, strlen(text));
    free(text);
  }
}

static void write_character(const unsigned char *bytes, size_t size) {
  int32_t scalar = size < 4 ? 0 : (bytes[0] & 0x07) << 18 | (bytes[1] & 0x3F) << 12
    | (bytes[2] & 0x3F) << 6 | (bytes[3] & 0x3F);
  bool was_midway = letters.is_midway;
  letters.is_midway = false;
  if (scalar >= second_columns) {
    if (!was_midway) fputs(letters.forward, stdout);
    return;
  }
  // After the first column of two libedit believes the cursor to be on the second.
  if (was_midway) putc('\b', stdout);
  int32_t index = scalar - first_columns;
  if (index >= 0 && index < letters.count) {
    fputs(letters.texts[index], stdout);
    letters.is_midway = letters.are_wide[index];
  } else {
    fwrite(bytes, 1, size, stdout);
  }
}

static ssize_t write_letters(void *cookie, const char *bytes, size_t count) {
  (void)cookie;
  for (size_t index = 0; index < count; index++) {
    unsigned char byte = (unsigned char)bytes[index];
    // Only characters of four bytes are placeholders.
    if (letters.begun_count == 0 && byte < 0xF0) {
      write_character(&byte, 1);
      continue;
    }
    letters.begun[letters.begun_count++] = byte;
    if (letters.begun_count < 4) continue;
    letters.begun_count = 0;
    write_character(letters.begun, 4);
  }
  return fflush(stdout) == 0 ? (ssize_t)count : -1;
}

static void forget_line(void) {
  if (terminal.line != NULL) explicit_bzero(terminal.line, wcslen(terminal.line) * sizeof(wchar_t));
  free(terminal.line);
  terminal.line = NULL;
}

void terminal_set_line(const int32_t *scalars, int count, int cursor) {
  forget_line();
  terminal.line = malloc(((size_t)count + 1) * sizeof(wchar_t));
  if (terminal.line == NULL) return;
  for (int index = 0; index < count; index++) terminal.line[index] = scalars[index];
  terminal.line[count] = L'\0';
  terminal.cursor = cursor;
}

static void replace_line(void) {
  if (terminal.line == NULL) return;
  const LineInfoW *line = el_wline(terminal.editor);
  el_cursor(terminal.editor, (int)(line->lastchar - line->cursor));
  el_deletestr(terminal.editor, (int)(line->lastchar - line->buffer));
  el_winsertstr(terminal.editor, terminal.line);
  el_cursor(terminal.editor, terminal.cursor - (int)wcslen(terminal.line));
}

static unsigned char draw_line(EditLine *editor, wint_t key) {
  (void)editor;
  (void)key;
  replace_line();
  return CC_REFRESH;
}

// A screen reader repeats everything that is redrawn, so for it, text is only added at the end.
static bool is_accessible(void) {
  const char *asked = getenv("ACCESSIBLE");
  return asked != NULL && *asked != '\0';
}

static void open_editor(void) {
  bool is_utf8 = set_locale();
  // libedit explains an unknown terminal on the error stream, in front of the person.
  terminal.silence = fopen("/dev/null", "we");
  terminal.drawing = fopencookie(NULL, "w", (cookie_io_functions_t){.write = write_letters});
  terminal.can_redraw = false;
  if (terminal.silence == NULL || terminal.drawing == NULL || !is_utf8 || is_accessible())
    return;
  EditLine *editor = el_init_fd(
    "beforehand", stdin, terminal.drawing, terminal.silence, STDIN_FILENO, STDOUT_FILENO,
    fileno(terminal.silence));
  terminal.editor = editor;
  if (editor == NULL) return;

  // Without a choice Debian's libedit opens in vi mode, where two keys start an editor.
  el_set(editor, EL_EDITOR, "emacs");
  el_set(editor, EL_SIGNAL, 0);
  el_wset(editor, EL_PROMPT, prompt);
  el_wset(editor, EL_GETCFN, next_character);
  el_wset(editor, EL_ADDFN, L"draw-line", L"Draws the line as it now is", draw_line);
  el_set(editor, EL_BIND, "^G", "draw-line", (char *)NULL);
  el_set(editor, EL_SETTY, "-d", "-isig", "-icrnl", "-inlcr", (char *)NULL);
  el_set(editor, EL_SETTY, "-x", "-isig", "-icanon", "-echo", "-iexten", "-icrnl", (char *)NULL);

  // libedit inserts into a full row so that the next one is cleared; if it cannot, it writes
  // both rows again.
  static const char *const shifting[] = {"ic", "IC", "im", "ei", "dc", "DC", "dm", "ed"};
  for (size_t index = 0; index < sizeof shifting / sizeof *shifting; index++)
    el_set(editor, EL_SETTC, shifting[index], "", (char *)NULL);

  char *up = NULL, *forward = NULL;
  int edits = 0;
  el_get(editor, EL_GETTC, "up", &up);
  el_get(editor, EL_GETTC, "nd", &forward);
  el_get(editor, EL_EDITMODE, &edits);
  bool can_move = up != NULL && *up != '\0' && forward != NULL && *forward != '\0';
  terminal.can_redraw = edits && can_move && strlen(forward) < sizeof letters.forward;
  if (terminal.can_redraw) strcpy(letters.forward, forward);
}

static void close_editor(void) {
  el_end(terminal.editor);
  if (terminal.drawing != NULL) fclose(terminal.drawing);
  if (terminal.silence != NULL) fclose(terminal.silence);
  terminal.editor = NULL;
  terminal.drawing = terminal.silence = NULL;
  wmemset(terminal.prompt, 0, sizeof terminal.prompt / sizeof *terminal.prompt);
  forget_line();
  forget_letters();
}

// With brackets around it a paste is one text; without them each of its lines is an answer.
static void bracket_pastes(bool on) {
  if (!terminal.can_redraw) return;
  fputs(on ? "\033[?2004h" : "\033[?2004l", stdout);
  fflush(stdout);
}

static void give_back(void) { terminal_give_back(terminal.session); }

int terminal_take(void) {
  if (!terminal_is_present()) return 0;
  if (terminal.is_held) {
    close_editor();
  } else {
    static bool is_registered;
    if (!is_registered) is_registered = atexit(give_back) == 0;
    if (tcgetattr(STDIN_FILENO, &terminal.before) != 0) return 0;
    catch_signals();
  }
  terminal.is_held = true;
  mute_keys();
  open_editor();
  tcflush(STDIN_FILENO, TCIFLUSH);
  bracket_pastes(true);
  return ++terminal.session;
}

void terminal_give_back(int session) {
  if (!terminal_is_held(session)) return;
  bracket_pastes(false);
  close_editor();
  release_signals();
  tcflush(STDIN_FILENO, TCIFLUSH);
  tcsetattr(STDIN_FILENO, TCSADRAIN, &terminal.before);
  terminal.is_held = false;
}

bool terminal_is_held(int session) {
  return terminal.is_held && session == terminal.session;
}

bool terminal_can_redraw(void) { return terminal.can_redraw; }

static bool has_waiting(int milliseconds) {
  struct pollfd source = {.fd = STDIN_FILENO, .events = POLLIN};
  return poll(&source, 1, milliseconds) == 1 && (source.revents & POLLIN);
}

bool terminal_has_typed(int milliseconds) { return has_waiting(milliseconds); }

void terminal_drop_typed(void) {
  // A paste that is larger than the queue of the kernel comes in parts, close together.
  enum { pause = 20, most_parts = 25 };
  for (int part = 0; part < most_parts && has_waiting(part == 0 ? 0 : pause); part++)
    if (tcflush(STDIN_FILENO, TCIFLUSH) != 0) return;
}

int terminal_next_byte(int milliseconds) {
  for (;;) {
    if (ending) return ending;
    if (is_interrupted) return is_interrupted = 0, TERMINAL_INTERRUPTED;
    if (is_resized) return is_resized = 0, TERMINAL_RESIZED;

    struct pollfd sources[] = {
      {.fd = STDIN_FILENO, .events = POLLIN},
      {.fd = wake[0], .events = POLLIN},
    };
    int ready = poll(sources, 2, milliseconds);
    if (ready == 0) return TERMINAL_QUIET;
    if (ready < 0 && errno != EINTR) ending = TERMINAL_HUNG_UP;
    if (ready < 0) continue;
    if (sources[1].revents) {
      drain_wake();
      continue;
    }
    // One byte at a time: what is not read stays with the kernel, where it can be flushed.
    unsigned char byte;
    ssize_t count = read(STDIN_FILENO, &byte, 1);
    if (count == 1) return byte;
    if (count == 0 || (errno != EINTR && errno != EAGAIN)) ending = TERMINAL_HUNG_UP;
  }
}

bool terminal_edit_line(const char *text, int32_t (*next)(void *), void *context) {
  size_t room = sizeof terminal.prompt / sizeof *terminal.prompt - 1;
  size_t count = mbstowcs(terminal.prompt, text, room);
  terminal.prompt[count == (size_t)-1 ? 0 : count] = L'\0';
  terminal.next = next;
  terminal.context = context;
  terminal.columns = terminal_columns();
  forget_line();
  forget_letters();
  el_resize(terminal.editor);
  int read = 0;
  bool is_done = el_wgets(terminal.editor, &read) != NULL && read > 0;
  terminal.next = NULL;
  terminal.context = NULL;
  return is_done;
}

static bool fits_one_row(int columns) {
  const LineInfoW *line = el_wline(terminal.editor);
  int prompt = wcswidth(terminal.prompt, sizeof terminal.prompt / sizeof *terminal.prompt);
  int rest = wcswidth(line->buffer, (size_t)(line->lastchar - line->buffer));
  return prompt >= 0 && rest >= 0 && prompt + rest < columns;
}

// Where the terminal has put the old rows cannot be known. A line on one row, before and after,
// is drawn in place; a longer one is drawn again below, so that no row of the question is lost.
void terminal_redraw_line(void) {
  int before = terminal.columns, after = terminal_columns();
  bool was_one_row = fits_one_row(before);
  replace_line();
  fputs(was_one_row && fits_one_row(after) ? "\r" : "\r\n", stdout);
  el_set(terminal.editor, EL_ECHOTC, "cd", (char *)NULL);
  el_resize(terminal.editor);
  el_set(terminal.editor, EL_REFRESH);
  terminal.columns = after;
}

void terminal_ring(void) {
  fputc('\a', stdout);
  fflush(stdout);
}

int terminal_flush(void) { return fflush(stdout); }

int terminal_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

int input_next_byte(int descriptor, int milliseconds) {
  for (;;) {
    if (ending) return ending;
    struct pollfd sources[] = {
      {.fd = descriptor, .events = POLLIN},
      {.fd = wake[0], .events = POLLIN},
    };
    int ready = poll(sources, 2, milliseconds);
    if (ready == 0) return TERMINAL_QUIET;
    if (ready < 0 && errno != EINTR) return TERMINAL_ENDED;
    if (ready < 0) continue;
    if (sources[1].revents) drain_wake();
    if (ending || !sources[0].revents) continue;
    unsigned char byte;
    ssize_t count = read(descriptor, &byte, 1);
    if (count == 1) return byte;
    if (count == 0 || (errno != EINTR && errno != EAGAIN)) return TERMINAL_ENDED;
  }
}
