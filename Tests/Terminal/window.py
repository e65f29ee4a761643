"""A window a person looks at: the program in tmux, which draws as a terminal does."""

import os
import shutil
import subprocess
import tempfile
import time


class Window:
    """A program in a window. What `rows` returns is what an eye sees."""

    def __init__(self, *command, rows=24, columns=80, environment=None):
        self._folder = tempfile.mkdtemp()
        self._socket = os.path.join(self._folder, "tmux")
        variables = {"LC_ALL": "C.UTF-8", **(environment or {})}
        settings = [f"{name}={value}" for name, value in variables.items()]
        self._tmux(
            "-u", "-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows),
            "env", *settings, *command, ";", "set", "-g", "status", "off", ";",
            "set", "-g", "remain-on-exit", "on")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._tmux("kill-server")
        shutil.rmtree(self._folder, ignore_errors=True)

    def _tmux(self, *arguments):
        run = subprocess.run(
            ["tmux", "-S", self._socket, *arguments], capture_output=True, timeout=10,
            env={"PATH": os.environ["PATH"], "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"})
        return run.stdout.decode("utf-8", "replace")

    def type(self, *keys):
        """Types text or bytes, all at once."""
        burst = b"".join(key.encode() if isinstance(key, str) else key for key in keys)
        for start in range(0, len(burst), 512):
            self._tmux("send-keys", "-H", *(f"{byte:x}" for byte in burst[start:start + 512]))

    def resize(self, rows, columns):
        """Changes the size of the window, and waits until its terminal has it."""
        self._tmux("resize-window", "-x", str(columns), "-y", str(rows))
        name = self._tmux("display-message", "-p", "#{pane_tty}").strip()
        with open(name, opener=lambda name, flags: os.open(name, flags | os.O_NOCTTY)) as terminal:
            assert self.wait(lambda _: os.get_terminal_size(terminal.fileno()) == (columns, rows))

    @property
    def rows(self):
        """The rows of the window, without the blanks at their ends."""
        return [row.rstrip() for row in self._tmux("capture-pane", "-p").split("\n")[:-1]]

    @property
    def history(self):
        """The rows, and those that have scrolled away above them."""
        return self._tmux("capture-pane", "-p", "-S", "-").split("\n")

    @property
    def text(self):
        """The rows of the window as one text."""
        return "\n".join(self.rows)

    @property
    def cursor(self):
        """The row and the column of the cursor, from 0."""
        row, column = self._tmux(
            "display-message", "-p", "#{cursor_y} #{cursor_x}").split()
        return int(row), int(column)

    def wait(self, holds, timeout=5):
        """Waits until something holds for this window, and returns whether it does."""
        end = time.monotonic() + timeout
        while not holds(self):
            if time.monotonic() > end:
                return False
            time.sleep(0.01)
        return True

    def settle(self):
        """Waits until nothing has changed for a while."""
        before = None
        while before != (before := (self.text, self.cursor)):
            time.sleep(0.1)

    def see(self, expected, timeout=5):
        """Waits until this text is in the window, wherever its rows break."""
        expected = "".join(expected.split())
        assert self.wait(lambda window: expected in "".join(window.text.split()), timeout), self.text
