"""A person at a terminal: starts the program on a pseudo-terminal, types, and looks."""

import io
import os
import re
import select
import signal
import time

import pexpect

PROGRAM = os.environ.get("BEFOREHAND_PROGRAM", "beforehand")
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
            timeout=timeout, logfile=None, preexec_fn=preexec_fn,
        )
        self.process.logfile_read = self._log
        # Keys of one `type` arrive in one burst, as a terminal sends them.
        self.process.delaybeforesend = None

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
        plain = re.sub(rb"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b[()][0-9A-B]|\x1b[=>]", b"", self.output)
        return plain.decode("utf-8", "replace")

    def type(self, *keys):
        """Types text or bytes, all at once."""
        burst = b"".join(key.encode() if isinstance(key, str) else key for key in keys)
        while burst:
            # The kernel drops what does not fit into its 4 KB, so a flood goes in small parts.
            self.process.send(burst[:512])
            burst = burst[512:]
            if burst:
                self.drain(0.02)

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

    def drain(self, seconds=0.2):
        """Reads whatever is written until nothing comes for a while."""
        while True:
            try:
                self.process.read_nonblocking(65536, timeout=seconds)
            except (pexpect.TIMEOUT, pexpect.EOF):
                return

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
