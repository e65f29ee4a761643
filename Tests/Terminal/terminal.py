"""A person at a terminal: starts the program on a pseudo-terminal, types, and looks."""

import io
import os
import re
import select
import signal
import time

import pexpect

PROGRAM = os.environ.get("BEFOREHAND_PROGRAM", "beforehand")
# The most seconds anything is waited for; fewer find a failure sooner.
PATIENCE = float(os.environ.get("PATIENCE", "60"))
# A bare loop over the line editor, built beside it.
PROBE = os.path.join(os.path.dirname(PROGRAM), "prompt-probe")

# A key on its own, as a terminal sends it.
ESCAPE = b"\x1b"
ENTER = b"\r"
TAB = b"\t"
UP, DOWN, RIGHT, LEFT = b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D"
HOME, END, DELETE, BACKSPACE = b"\x1b[H", b"\x1b[F", b"\x1b[3~", b"\x7f"


def control(letter):
    """The byte of Control and a letter."""
    return bytes([ord(letter.upper()) & 0x1F])


def paste(text):
    """What a terminal sends for a paste once the program has asked for brackets."""
    return b"\x1b[200~" + text.encode() + b"\x1b[201~"


# The beginning of a line of the screen that asks for something to be typed.
PROMPT = re.compile(rb"^(?:Press Enter to keep reading )?> ", re.MULTILINE)
PAUSE = b"Press Enter to keep reading > "

# Ends whatever was begun, a sequence or a paste, and empties the line.
CALM = b"\x00\x1b[201~" + control("u")


def random_keys(dice, size):
    """Keys, and what no keyboard sends; as many bytes, or a few more."""
    pieces = [
        lambda: bytes([dice.randrange(256)]),
        lambda: bytes([dice.randrange(32)]),
        lambda: chr(dice.choice([0x41, 0xE9, 0x301, 0x65E5, 0x1F469, 0x200D, 0x1F1E9, 0x5D0])).encode(),
        lambda: dice.choice([UP, DOWN, LEFT, RIGHT, HOME, END, DELETE, BACKSPACE, ESCAPE, TAB]),
        lambda: ESCAPE + bytes([dice.randrange(32, 127)]),
        lambda: b"\x1b[" + bytes(dice.randrange(32, 127) for _ in range(dice.randrange(6))),
        lambda: dice.choice([b"\x1b[200~", b"\x1b[201~", b"\x1b]0;", ENTER, b" word word "]),
    ]
    keys = bytearray()
    while len(keys) < size:
        keys += dice.choice(pieces)()
    return bytes(keys)


def without_escapes(output):
    """What was written, without escape sequences."""
    return re.sub(rb"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b[()][0-9A-B]|\x1b[=>]", b"", output)


class Terminal:
    """The program on a terminal of its own. Everything it wrote is in `output`."""

    def __init__(self, *arguments, program=PROGRAM, rows=24, columns=80, environment=None, timeout=5,
                 preexec_fn=None):
        variables = {
            "PATH": os.environ["PATH"], "HOME": "/nonexistent",
            "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
        }
        variables.update(environment or {})
        variables = {name: value for name, value in variables.items() if value is not None}
        self._log = io.BytesIO()
        self.process = pexpect.spawn(
            program, list(arguments), env=variables, dimensions=(rows, columns),
            timeout=min(timeout, PATIENCE), logfile=None, preexec_fn=preexec_fn,
        )
        self.process.logfile_read = self._log
        # Keys of one `type` arrive in one burst, as a terminal sends them.
        self.process.delaybeforesend = None
        # How much was written when the last line was sent, and the line; none while a line is typed.
        self._sent = 0, b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.close(force=True)

    @property
    def output(self):
        """All bytes written so far."""
        return self._log.getvalue()

    @property
    def text(self):
        """What was written so far, without escape sequences."""
        return without_escapes(self.output).decode("utf-8", "replace")

    def type(self, *keys):
        """Types text or bytes, all at once.

        What is typed before a prompt is shown is dropped, so this waits for the first prompt, and after a
        line was sent for the next; Control-C needs none."""
        burst = b"".join(key.encode() if isinstance(key, str) else key for key in keys)
        if burst != control("c"):
            self.wait_for_prompt()
        if burst.endswith(ENTER):
            self._sent = len(self.output), burst[:-1]
        while burst:
            # The kernel drops what does not fit into its 4 KB, so a flood goes in small parts.
            self.process.send(burst[:512])
            burst = burst[512:]
            if burst:
                self.drain(0.02)

    def wait_for_prompt(self, timeout=None):
        """Waits for the prompt after the last line that was sent, and returns whether there is one.

        What is read meanwhile can still be seen by `see`."""
        end = time.monotonic() + (timeout or self.process.timeout)
        while self._sent is not None and time.monotonic() < end:
            place, line = self._sent
            prompts = PROMPT.split(without_escapes(self.output[place:]))[1:]
            # The line itself is drawn again where it takes the place of another, or did not fit.
            is_drawn = len(prompts) == 1 and line and prompts[0].split(b"\n")[0].rstrip() == line
            if prompts and not is_drawn:
                self._sent = None
                break
            try:
                read = self.process.read_nonblocking(65536, timeout=0.2 if is_drawn else end - time.monotonic())
            except pexpect.TIMEOUT:
                self._sent = None
                return bool(prompts)
            except pexpect.EOF:
                return False
            for unseen in (self.process._before, self.process._buffer):
                unseen.write(read)
        return True

    def pour(self, keys, timeout=60):
        """Types keys as fast as the program takes them; what it writes meanwhile is let go.

        Returns the keys it did not take because it ended before."""
        master = self.process.child_fd
        end = time.monotonic() + timeout
        os.set_blocking(master, False)
        try:
            while keys:
                assert time.monotonic() < end, "the program takes no keys"
                readable, writable, _ = select.select([master], [master], [], 1)
                if readable and not os.read(master, 1 << 20):
                    break
                if writable:
                    # The kernel takes no more than 4 KB at a time.
                    keys = keys[os.write(master, keys[:4096]):]
        except OSError:
            pass
        os.set_blocking(master, True)
        return keys

    def see(self, expected, timeout=-1):
        """Waits until the program writes this text or compiled pattern, and returns the match."""
        if isinstance(expected, str):
            expected = re.compile(re.escape(expected.encode()))
        self.process.expect(expected, timeout=timeout)
        return self.process.match

    def read_on_to(self, expected, timeout=-1):
        """Reads on, a page at a time, until this text was shown and then a prompt."""
        wanted = re.escape(expected.encode()).replace(rb"\ ", rb"\s+")
        while True:
            pattern = re.compile(wanted + rb"|" + re.escape(PAUSE))
            if self.see(pattern, timeout).group() != PAUSE:
                self.see(re.compile(rb"\n(?:" + re.escape(PAUSE) + rb"|> )"), timeout)
                return
            self.type(ENTER)

    def drain(self, seconds=0.2):
        """Reads whatever is written until nothing comes for a while."""
        while True:
            try:
                self.process.read_nonblocking(65536, timeout=seconds)
            except (pexpect.TIMEOUT, pexpect.EOF):
                return

    def calm(self):
        """Ends whatever the keys so far have begun, and empties the line."""
        self.drain()
        self.type(CALM)
        self.drain()

    def rest(self):
        """Lets a lone Escape become one."""
        time.sleep(0.12)

    def resize(self, rows, columns):
        """Changes the size of the terminal; the program is told by SIGWINCH."""
        self.process.setwinsize(rows, columns)

    def send_signal(self, number=signal.SIGTERM):
        """Sends the program a signal from outside."""
        os.kill(self.process.pid, number)

    @property
    def is_alive(self):
        """Whether the program still runs."""
        return self.process.isalive()

    def finish(self, timeout=5):
        """Waits for the end and returns the exit code, or minus the signal that ended it."""
        self.process.expect(pexpect.EOF, timeout=timeout)
        self.process.close()
        if self.process.signalstatus is not None:
            return -self.process.signalstatus
        return self.process.exitstatus

    def hang_up(self):
        """Takes the terminal away."""
        self.process.ptyproc.fileobj.close()
        self.process.child_fd = -1
        self.process.closed = True
