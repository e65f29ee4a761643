"""What the program cannot do while a guide is on, whatever goes wrong: it leaves no trace when it
crashes, and starts no other program."""

import ctypes
import os
import platform
import re
import resource
import signal
import struct

import pytest

from prompts import at, content  # noqa: F401, a fixture
from terminal import ENTER, PROBE, Terminal

EPERM, EINVAL = 1, 22
# The numbers of execve, execveat and ptrace, and of seccomp; then those of the same calls in the ways
# of calling an x86-64 kernel has besides its own.
CALLS = {"x86_64": [59, 322, 101], "aarch64": [221, 281, 117]}.get(platform.machine(), [])
SECCOMP = {"x86_64": 317, "aarch64": 277}.get(platform.machine())
X32 = [0x40000000 + number for number in (520, 545, 521)] if platform.machine() == "x86_64" else []
CONFINED = pytest.mark.skipif(not CALLS, reason="nothing is refused on this machine")


def status(process, thread=None):
    """What the system says of a process, or of one of its threads."""
    place = f"/proc/{process}/task/{thread}" if thread else f"/proc/{process}"
    with open(f"{place}/status") as file:
        return dict(line.rstrip("\n").split(":\t", 1) for line in file if ":\t" in line)


# Silence after a crash.


@pytest.mark.parametrize("number", [
    signal.SIGSEGV, signal.SIGABRT, signal.SIGTRAP, signal.SIGILL, signal.SIGBUS, signal.SIGFPE,
])
def test_a_crash_ends_without_a_word_and_without_a_core_file(number, content):
    wordy = {"SWIFT_BACKTRACE": "enable=yes,interactive=yes,color=no"}
    with at("choice", content, "--keep-nothing", environment=wordy) as terminal:
        before = len(terminal.output)
        terminal.send_signal(number)
        assert terminal.finish() == -number
        assert terminal.output[before:] == b""


def test_the_signal_to_quit_with_a_core_file_does_nothing(content):
    with at("choice", content, "--keep-nothing") as terminal:
        terminal.send_signal(signal.SIGQUIT)
        terminal.type("tea", ENTER)
        terminal.see("Which food?")


def test_no_core_file_can_be_written(content):
    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    assert hard != 0, "there is nothing to take away here"
    with at("choice", content, "--keep-nothing") as terminal:
        with open(f"/proc/{terminal.process.pid}/limits") as file:
            assert re.search(r"Max core file size +0 +0 ", file.read())


# No other program.


@CONFINED
@pytest.mark.parametrize("is_resumed", [False, True])
def test_a_guide_runs_under_a_filter_in_every_thread(is_resumed, content, tmp_path):
    place = ["--data", str(tmp_path / "data")]
    terminal = at("choice", content, "--keep", *place)
    if is_resumed:
        terminal.type("quit", ENTER)
        assert terminal.finish() == 0
        terminal = Terminal("resume", "--content", str(content), *place)
        terminal.see("Which drink?")
        terminal.see("> ")
    with terminal:
        filters = int(status("self")["Seccomp_filters"])
        threads = os.listdir(f"/proc/{terminal.process.pid}/task")
        for thread in threads:
            found = status(terminal.process.pid, thread)
            assert (found["Seccomp"], found["NoNewPrivs"]) == ("2", "1")
            assert int(found["Seccomp_filters"]) == filters + 1


def test_an_author_is_not_confined(content):
    with Terminal("try", "kinds", "--content", str(content)) as terminal:
        terminal.see("Which drink?")
        for name in ["Seccomp_filters", "NoNewPrivs"]:
            assert status(terminal.process.pid)[name] == status("self")[name]


@CONFINED
@pytest.mark.parametrize("is_old_thread", [False, True])
def test_no_program_starts_from_a_confined_one(is_old_thread):
    line = "start a program" + (" in an old thread" if is_old_thread else "")
    with Terminal(program=PROBE) as terminal:
        terminal.see("> ")
        terminal.type("start a program", ENTER)
        terminal.see("started: 0\r")
        terminal.type("forbid other programs", ENTER)
        terminal.see("forbidden")
        terminal.type(line, ENTER)
        terminal.see(f"started: {EPERM}\r")


@CONFINED
@pytest.mark.parametrize("number", CALLS + X32)
def test_each_call_that_could_start_one_is_refused(number):
    with Terminal(program=PROBE) as terminal:
        terminal.see("> ")
        terminal.type(f"call {number}", ENTER)
        assert int(terminal.see(re.compile(rb"called: (\d+)")).group(1)) not in (0, EPERM)
        terminal.type("forbid other programs", ENTER)
        terminal.see("forbidden")
        terminal.type(f"call {number}", ENTER)
        terminal.see(f"called: {EPERM}\r")


def refuse_filters():
    """Makes this process one whose kernel knows no filters."""
    rows = [
        (0x20, 0, 0, 0), (0x15, 0, 1, SECCOMP), (0x06, 0, 0, 0x50000 | EINVAL), (0x06, 0, 0, 0x7FFF0000)]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *row) for row in rows))
    program = ctypes.create_string_buffer(struct.pack("HP", len(rows), ctypes.addressof(code)))
    prctl = ctypes.CDLL(None).prctl
    assert prctl(38, 1, 0, 0, 0) == 0 and prctl(22, 2, program, 0, 0) == 0


@CONFINED
def test_a_kernel_without_filters_does_not_keep_anybody_from_a_guide(content):
    with at("choice", content, "--keep-nothing", preexec_fn=refuse_filters) as terminal:
        assert status(terminal.process.pid)["Seccomp_filters"] == str(
            int(status("self")["Seccomp_filters"]) + 1)
        terminal.type("tea", ENTER)
        terminal.see("Which food?")
