"""The handbook at a terminal: a screen at a time, until the reader has had enough."""

import os
import re

import pexpect
import pytest

from terminal import PROGRAM

ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-z]")
MORE = "Press Enter to go on, or type q to stop: "


def reader(*words):
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm", "LC_ALL": "C.UTF-8"}
    return pexpect.spawn(
        PROGRAM, ["help", "language", *words], env=environment, dimensions=(24, 60), timeout=20)


def test_a_screen_is_shown_and_then_the_next():
    child = reader()
    child.expect_exact(MORE)
    first = [ESCAPES.sub("", line) for line in
             child.before.decode().replace("\r", "").splitlines()]
    assert "== The handbook for authors ==" in first
    assert len(first) <= 23
    assert max(map(len, first)) <= 60
    child.sendline("")
    child.expect_exact(MORE)
    assert child.before.strip()
    child.sendline("q")
    child.expect(pexpect.EOF)
    assert child.wait() == 0


def test_a_chapter_that_fits_asks_nothing():
    child = reader("shared")
    child.expect(pexpect.EOF)
    text = child.before.decode()
    assert "Shared questions" in text and MORE not in text
    assert child.wait() == 0


@pytest.mark.parametrize("key", ["\x03", "\x1b", "q\r"])
def test_a_reader_who_has_enough_is_let_go(key):
    child = reader()
    child.expect_exact(MORE)
    child.send(key)
    child.expect(pexpect.EOF)
    assert child.wait() == 0
