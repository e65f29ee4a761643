"""What the program cannot do while a guide is on, whatever goes wrong: it leaves no trace when it
crashes."""

import re
import resource
import signal

import pytest

from prompts import at, content  # noqa: F401, a fixture
from terminal import ENTER


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
