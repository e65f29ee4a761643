"""No file has what a person types, no matter how the session ends; a person who keeps nothing leaves no trace."""

import base64
import os
import signal
import sqlite3
import subprocess

import pytest

import prompts
from prompts import at, content, handle  # noqa: F401
from terminal import ENTER, PROGRAM

WORD = "Zebrafinch-Quartz"


def forms(word):
    """The bytes in which a word could lie in a file by mistake."""
    plain = word.encode()
    return [
        plain, plain.lower(), plain.upper(), plain[::-1], plain.hex().encode(), plain.hex().upper().encode(),
        *(word.encode(f"utf-{size}-{end}") for size in (16, 32) for end in ("le", "be")),
        # In Base64 a word looks different at each of three places, and its ends mix with the rest.
        *(base64.b64encode(b" " * shift + plain)[4:-4] for shift in range(3)),
    ]


def files(folder):
    """All files, by name, with what is in them and when they were changed."""
    return {
        path: (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*") if path.is_file()}


def holding(folder, word=WORD):
    return [path.name for path, (held, _) in files(folder).items() if any(form in held for form in forms(word))]


@pytest.fixture
def home(tmp_path):
    """Everywhere the program could leave something: its data folder, home, temporary and working folder."""
    for name in ("home", "temporary", "work"):
        (tmp_path / name).mkdir()
    return tmp_path


def variables(home):
    return {
        "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "BEFOREHAND_DATA": str(home / "data"),
        "HOME": str(home / "home"), "TMPDIR": str(home / "temporary")}


def journal(home, *arguments):
    ended = subprocess.run(
        [PROGRAM, "journal", *arguments], capture_output=True, timeout=60, env=variables(home))
    return ended.stdout.decode()


def kill(terminal):
    terminal.send_signal(signal.SIGKILL)
    terminal.finish()


def hang_up(terminal):
    terminal.hang_up()
    terminal.process.wait()


def leave(terminal):
    prompts.leave(terminal)
    terminal.finish()


def forget(terminal):
    prompts.forget(terminal)
    terminal.finish()


def answer_and_begin_again(terminal):
    """Types the word as an answer, and once more without sending it."""
    terminal.type(WORD, ENTER)
    terminal.see("Anything else?")
    terminal.see("> ")
    terminal.type(WORD)
    terminal.see(WORD)


@pytest.mark.parametrize("end", [kill, hang_up, leave, forget])
def test_what_is_typed_is_found_in_no_file(home, content, end):
    """Neither an answer nor a line that was not sent."""
    with at("text", content, "--keep", environment=variables(home)) as terminal:
        answer_and_begin_again(terminal)
        assert not holding(home)
        end(terminal)
    assert not holding(home)
    if end != forget:
        shown = journal(home, "export", handle(terminal))
        assert shown.count(WORD) == 1
        # The search itself would find it.
        (home / "home" / "exported").write_text(shown)
        assert holding(home) == ["exported"]


def test_nor_in_a_journal_that_was_set_aside(home, content):
    with at("text", content, "--keep", environment=variables(home)) as terminal:
        terminal.type(WORD, ENTER)
        terminal.see("Anything else?")
        kill(terminal)
    with sqlite3.connect(home / "data" / "journal.sqlite") as connection:
        connection.execute("UPDATE head SET count = count + 1")
    with at("text", content, "--keep", environment=variables(home), rows=30) as terminal:
        terminal.type(WORD, ENTER)
        terminal.see("Anything else?")
    assert list((home / "data").glob("journal-damaged*"))
    assert not holding(home)


def test_who_keeps_nothing_changes_no_file(home, content):
    """Not even where others before them kept something."""
    with at("text", content, "--keep", environment=variables(home)) as terminal:
        leave(terminal)
    before = files(home)
    assert before
    for end in (kill, hang_up, leave, forget):
        with at("text", content, "--keep-nothing", environment=variables(home)) as terminal:
            answer_and_begin_again(terminal)
            end(terminal)
        assert files(home) == before
