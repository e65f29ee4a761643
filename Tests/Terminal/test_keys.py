"""Random and structured keys at the built program, in windows of every size: it never crashes, starts
no other program, and still answers.

KEYS is how many bytes are typed in all; SEED repeats a run."""

import os
import random
import stat
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pexpect
import pytest

from prompts import content  # noqa: F401, a fixture
from terminal import ENTER, PROGRAM, Terminal, paste, random_keys

KEYS = int(os.environ.get("KEYS", "1000000"))
SEED = int(os.environ.get("SEED", "20261121"))
# How many bytes are typed between two looks.
BURST = 4_000

LINES = [
    "1", "2", "3", "1 2", "yes", "tea", "skip", "back", "review", "change 2", "menu", "pause", "why",
    "sources", "define ketamine", "repeat", "forget", "?", "help", "kinds", "stop here", "same", "",
    "I want to die", "q\u0303\u0323 日本 שלום", "x" * 300,
]
KINDS = ["xterm-256color", "linux", "vt100", "screen", "dumb"]
WINDOWS = [(24, 80), (10, 40), (60, 132), (30, 100), (12, 60)]
TINY = [(1, 1), (9, 39), (5, 40), (24, 20), (2, 132)]
WALKS = [["what-to-expect", "--keep"], ["what-to-expect", "--keep-nothing"], ["--keep"], []]
# What something might start, by its name or because a variable says so.
PROGRAMS = [
    "sh", "bash", "vi", "vim", "nano", "ed", "emacs", "editor", "less", "more", "pager", "man",
    "xdg-open", "open", "lldb", "gdb", "swift-backtrace",
]
VARIABLES = ["EDITOR", "VISUAL", "PAGER", "SHELL", "BROWSER", "MANPAGER", "LESSOPEN", "FCEDIT"]


@pytest.fixture
def marked(tmp_path):
    """What the environment says where every other program leaves a mark, and the mark."""
    mark = tmp_path / "started"
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in PROGRAMS:
        script = folder / name
        script.write_text(f"#!/bin/sh\necho {name} >> {mark}\n")
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
    variables = {name: str(folder / "editor") for name in VARIABLES}
    return {**variables, "PATH": str(folder)}, mark


def some_keys(dice):
    """Bursts, one after the other: noise, lines a person might type, or a paste."""
    kind = dice.random()
    if kind < 0.5:
        return [random_keys(dice, BURST)]
    if kind < 0.6:
        return [paste("\n".join(dice.choices(LINES, k=dice.randrange(1, 200))))[:BURST]]
    lines = [dice.choice(LINES).encode() + ENTER for _ in range(40)]
    return [line + (random_keys(dice, 60) if dice.random() < 0.3 else b"") for line in lines]


class Walk:
    """One person who types anything, and starts again when the program has ended."""

    def __init__(self, number, content, environment, data):
        self.dice = random.Random(f"{SEED}-{number}")
        self.arguments = [*WALKS[number % len(WALKS)], "--data", str(data / str(number))]
        if WALKS[number % len(WALKS)][:1] != ["what-to-expect"]:
            self.arguments += ["--content", str(content)]
        self.environment = {**environment, "TERM": KINDS[number % len(KINDS)]}
        self.starts = 0
        self.start()

    def start(self):
        """Opens a window of some size and waits for the prompt."""
        rows, columns = self.dice.choice(WINDOWS)
        self.starts += 1
        self.terminal = Terminal(
            *self.arguments, rows=rows, columns=columns, environment=self.environment, timeout=20)
        self.terminal.see("> ")

    def type(self, size):
        """Types so many bytes; returns what went wrong, if anything did."""
        while size > 0:
            bursts = some_keys(self.dice)
            size -= sum(map(len, bursts))
            if any(self.pour(keys) for keys in bursts):
                fault = self.end()
                if fault:
                    return fault
                self.start()
            elif self.children():
                return f"it has started {self.children()}"
            if self.dice.random() < 0.3:
                self.terminal.resize(*self.dice.choice(WINDOWS + TINY))
        return self.answers()

    def pour(self, keys):
        """Types keys and waits for what they bring; returns those the program did not take."""
        rest = self.terminal.pour(keys)
        self.terminal.drain(0.005)
        return rest

    def children(self):
        """The programs it has started that still run."""
        process = self.terminal.process.pid
        try:
            with open(f"/proc/{process}/task/{process}/children") as file:
                return file.read().strip()
        except OSError:
            return ""

    def end(self):
        """The program has ended: it must have meant to."""
        try:
            code = self.terminal.finish(timeout=20)
        except pexpect.TIMEOUT:
            return "it takes no keys and does not end"
        return None if code == 0 else f"it ended with {code}: {self.terminal.text[-300:]!r}"

    def answers(self):
        """The program answers; if it has just ended, the next one does."""
        for _ in range(2):
            self.terminal.resize(24, 80)
            try:
                self.terminal.calm()
                self.terminal.type("help", ENTER)
                self.terminal.see("Help now")
                self.terminal.process.close(force=True)
                return None
            except (pexpect.EOF, OSError):
                fault = self.end()
                if fault:
                    return fault
                self.start()
            except pexpect.TIMEOUT:
                return f"it does not answer: {self.terminal.text[-300:]!r}"
        return "it ends whatever is typed"


def test_no_keys_crash_it_or_start_a_program(content, marked, tmp_path):
    environment, mark = marked
    numbers = range(10)

    def walk(number):
        try:
            person = Walk(number, content, environment, tmp_path)
            return number, person.type(KEYS // len(numbers))
        except (AssertionError, pexpect.ExceptionPexpect) as error:
            return number, repr(error)[:1_000]

    with ThreadPoolExecutor(2) as pool:
        faults = [found for found in pool.map(walk, numbers) if found[1]]
    assert not faults, f"SEED={SEED}: {faults}"
    assert not mark.exists(), mark.read_text()
    for data in tmp_path.glob("[0-9]"):
        found = subprocess.run(
            [PROGRAM, "journal", "verify", "--data", str(data)], capture_output=True, timeout=60)
        assert found.returncode == 0, found.stdout
