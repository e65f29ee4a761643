"""What comes out of the program on terminals of every kind, and through a pipe: no line too wide, no
escape where none is understood, no sign that cannot be shown, and the same words everywhere."""

import os
import re
import subprocess

import pexpect
import pytest

from terminal import PROGRAM, Terminal

TYPED = ["2", "8", "1", "3", "1", "1", "1", "1", "1", "1", "1", "1", "1", "1"]


def piped(environment, columns):
    """What a pipe gets, line by line."""
    run = subprocess.run(
        [PROGRAM, "what-to-expect", "--keep-nothing"], input="\n".join(TYPED) + "\n", text=True,
        capture_output=True, timeout=30,
        env={"PATH": os.environ["PATH"], "COLUMNS": str(columns), **environment})
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


def on_terminal(environment, columns):
    """What a terminal of many rows gets, as bytes."""
    with Terminal("what-to-expect", "--keep-nothing", rows=500, columns=columns,
                  environment=environment) as terminal:
        for line in TYPED:
            try:
                terminal.see(re.compile(rb"> (?:\x1b\[[^a-zA-Z]*[a-zA-Z])*$"))
            except pexpect.EOF:
                break
            terminal.type(line, "\r")
        terminal.drain(0.5)
        return terminal.output


def words(lines):
    """All words of some lines, whatever their breaks."""
    return " ".join(" ".join(lines).split())


@pytest.mark.parametrize("columns", [40, 80, 132])
def test_a_pipe_gets_plain_lines(columns):
    lines = piped({"LC_ALL": "C.UTF-8"}, columns)
    assert len(lines) > 100
    assert max(len(line) for line in lines) <= columns
    assert not re.search(r"[\x00-\x1f\x7f]", "".join(lines))
    assert "\u25a0" not in "".join(lines)
    assert words(lines) == words(piped({"LC_ALL": "C.UTF-8"}, 76))


def test_a_locale_without_utf8_gets_ascii():
    lines = piped({"LC_ALL": "C"}, 40)
    assert "".join(lines).isascii()
    assert max(len(line) for line in lines) <= 40


@pytest.mark.parametrize("columns", [40, 132])
def test_a_dumb_terminal_gets_signs_of_ascii_and_no_escape(columns):
    text = on_terminal({"TERM": "dumb", "LC_ALL": "C"}, columns).decode("ascii")
    assert "\x1b" not in text
    assert "# # # # # # # # # #" in text
    assert max(len(line) for line in text.replace("\r", "").split("\n")) <= columns


def test_a_terminal_gets_shapes_behind_the_words():
    text = on_terminal({}, 80).decode()
    said = text.index("about 55 out of 100 people; 45 did not")
    drawn = text.index("Ketamine: 55           ECT: 41")
    assert said < drawn
    assert text.count("\u25a0", drawn, text.index("Got well", drawn)) == 55 + 41


@pytest.mark.parametrize("accessible", ["", "1"])
def test_whoever_asks_for_words_gets_no_picture_and_no_columns(accessible):
    with Terminal("ketamine-or-ect", "--keep-nothing", rows=500, columns=120,
                  environment={"ACCESSIBLE": accessible}) as terminal:
        for line in ["2", "1", "2", "3"]:
            terminal.see(re.compile(rb"> (?:\x1b\[[^a-zA-Z]*[a-zA-Z])*$"))
            terminal.type(line, "\r")
        terminal.see("How much does each matter")
        shown = terminal.text
    assert ("\u25a0" in shown) == (not accessible)
    assert ("- ECT: You are asleep" in shown) == bool(accessible)
    assert (b"\x1b[1m" in terminal.output) == (not accessible)
    assert "about 55 out of 100 people" in shown
