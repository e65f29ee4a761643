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
  FILE *silence;
  struct termios before;
  struct sigaction actions_before[signal_count];
  int columns;
  wchar_t prompt[512];
  int32_t (*next)(void *);
  void *context;
} terminal;

static volatile sig_atomic_t is_interrupted, is_resized, is_ended;
static int wake[2] = {-1, -1};

void terminal_silence_crashes(void) {
  static const int crashes[] = {SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP};
  size_t count = sizeof crashes / sizeof *crashes;
  for (size_t index = 0; index < count; index++) signal(crashes[index], SIG_DFL);
  setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
  prctl(PR_SET_DUMPABLE, 0);
}

// libedit drops what its locale cannot hold, so a locale without UTF-8 would swallow names.
// Only characters follow the locale: a decimal comma must not reach a file or a query.
static bool set_locale(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL;
}

// Says what happened and wakes `poll`; libedit is not safe to call from here.
static void note(int number) {
  int before = errno;
  if (number == SIGINT) is_interrupted = 1;
  if (number == SIGWINCH) is_resized = 1;
  if (number == SIGTERM || number == SIGHUP) is_ended = 1;
  (void)!write(wake[1], "", 1);
  errno = before;
}

static void catch_signals(void) {
  if (wake[0] < 0 && pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0) wake[0] = wake[1] = -1;
  for (int index = 0; index < signal_count; index++) {
    int number = session_signals[index];
    struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
    if (number == SIGQUIT || number == SIGTSTP) action.sa_handler = SIG_IGN;
    sigaction(number, &action, &terminal.actions_before[index]);
  }
}

static void release_signals(void) {
  for (int index = 0; index < signal_count; index++)
    sigaction(session_signals[index], &terminal.actions_before[index], NULL);
}

bool terminal_is_present(void) { return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO); }

static struct winsize window(void) {
  struct winsize window = {0};
  return ioctl(STDIN_FILENO, TIOCGWINSZ, &window) == 0 ? window : (struct winsize){0};
}

int terminal_columns(void) { return window().ws_col; }
int terminal_rows(void) { return window().ws_row; }

// Between two lines the keys stay as mute as during one: a ^C would end the program there, a ^S
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

static void open_editor(void) {
  bool is_utf8 = set_locale();
  // libedit explains an unknown terminal on the error stream, in front of the person.
  terminal.silence = fopen("/dev/null", "we");
  terminal.can_redraw = false;
  if (terminal.silence == NULL || !is_utf8) return;
  EditLine *editor = el_init("beforehand", stdin, stdout, terminal.silence);
  terminal.editor = editor;
  if (editor == NULL) return;

  // Without a choice Debian's libedit opens in vi mode, where two keys start an editor.
  el_set(editor, EL_EDITOR, "emacs");
  el_set(editor, EL_SIGNAL, 0);
  el_wset(editor, EL_PROMPT, prompt);
  el_wset(editor, EL_GETCFN, next_character);
  el_set(editor, EL_BIND, "^W", "ed-delete-prev-word", (char *)NULL);
  el_set(editor, EL_SETTY, "-d", "-isig", "-icrnl", "-inlcr", (char *)NULL);
  el_set(editor, EL_SETTY, "-x", "-isig", "-icanon", "-echo", "-iexten", "-icrnl", (char *)NULL);

  char *up = NULL;
  int edits = 0;
  el_get(editor, EL_GETTC, "up", &up);
  el_get(editor, EL_EDITMODE, &edits);
  terminal.can_redraw = edits && up != NULL && *up != '\0';
}

static void close_editor(void) {
  el_end(terminal.editor);
  if (terminal.silence != NULL) fclose(terminal.silence);
  terminal.editor = NULL;
  terminal.silence = NULL;
  wmemset(terminal.prompt, 0, sizeof terminal.prompt / sizeof *terminal.prompt);
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
  tcflush(STDIN_FILENO, TCIFLUSH);
  tcsetattr(STDIN_FILENO, TCSADRAIN, &terminal.before);
  release_signals();
  terminal.is_held = false;
}

bool terminal_is_held(int session) {
  return terminal.is_held && session == terminal.session;
}

bool terminal_can_redraw(void) { return terminal.can_redraw; }

int terminal_next_byte(int milliseconds) {
  for (;;) {
    if (is_ended) return TERMINAL_ENDED;
    if (is_interrupted) return is_interrupted = 0, TERMINAL_INTERRUPTED;
    if (is_resized) return is_resized = 0, TERMINAL_RESIZED;

    struct pollfd sources[] = {
      {.fd = STDIN_FILENO, .events = POLLIN},
      {.fd = wake[0], .events = POLLIN},
    };
    int ready = poll(sources, 2, milliseconds);
    if (ready == 0) return TERMINAL_QUIET;
    if (ready < 0 && errno != EINTR) is_ended = 1;
    if (ready < 0) continue;
    char drained[64];
    if (sources[1].revents) {
      while (read(wake[0], drained, sizeof drained) > 0) continue;
      continue;
    }
    // One byte at a time: what is not read stays with the kernel, where it can be flushed.
    unsigned char byte;
    ssize_t count = read(STDIN_FILENO, &byte, 1);
    if (count == 1) return byte;
    if (count == 0 || (errno != EINTR && errno != EAGAIN)) is_ended = 1;
  }
}

bool terminal_edit_line(const char *text, int32_t (*next)(void *), void *context) {
  size_t room = sizeof terminal.prompt / sizeof *terminal.prompt - 1;
  size_t count = mbstowcs(terminal.prompt, text, room);
  terminal.prompt[count == (size_t)-1 ? 0 : count] = L'\0';
  terminal.next = next;
  terminal.context = context;
  terminal.columns = terminal_columns();
  int read = 0;
  bool is_done = el_wgets(terminal.editor, &read) != NULL && read > 0;
  terminal.next = NULL;
  terminal.context = NULL;
  return is_done;
}

int terminal_line_count(void) {
  const LineInfoW *line = el_wline(terminal.editor);
  return (int)(line->lastchar - line->buffer);
}

uint32_t terminal_line_scalar(int index) {
  return (uint32_t)el_wline(terminal.editor)->buffer[index];
}

int terminal_line_cursor(void) {
  const LineInfoW *line = el_wline(terminal.editor);
  return (int)(line->cursor - line->buffer);
}

// Where the terminal has put the old rows cannot be known. A line on one row, before and after,
// is drawn in place; a longer one is drawn again below, so that no row of the question is lost.
void terminal_redraw_line(void) {
  int before = terminal.columns, after = terminal_columns(), width = 0;
  const LineInfoW *line = el_wline(terminal.editor);
  for (const wchar_t *next = terminal.prompt; *next; next++) width += terminal_width(*next);
  for (const wchar_t *next = line->buffer; next < line->cursor; next++)
    width += terminal_width(*next);
  fputs(width < before && width < after ? "\r" : "\r\n", stdout);
  el_set(terminal.editor, EL_ECHOTC, "cd", (char *)NULL);
  el_resize(terminal.editor);
  el_set(terminal.editor, EL_REFRESH);
  terminal.columns = after;
}

void terminal_ring(void) {
  fputc('\a', stdout);
  fflush(stdout);
}

void terminal_flush(void) { fflush(stdout); }

int terminal_width(uint32_t scalar) {
  int width = wcwidth((wchar_t)scalar);
  return width < 0 ? 0 : width;
}

int descriptor_next_byte(int descriptor) {
  for (;;) {
    unsigned char byte;
    ssize_t count = read(descriptor, &byte, 1);
    if (count == 1) return byte;
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && errno == EAGAIN) {
      struct pollfd source = {.fd = descriptor, .events = POLLIN};
      poll(&source, 1, -1);
      continue;
    }
    return -1;
  }
}
