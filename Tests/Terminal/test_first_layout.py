"""A journal of the first layout, with its keys and its content, as an earlier version of the program left
it: one session finished, one stopped, one erased, three open. One of the open ones was carried over to
edited guides and back, one holds a line that was typed and not sent, and the program was killed in the
last. Everything a journal is for must still work on it."""

import json
import os
import pathlib
import shutil
import sqlite3
import subprocess

import pytest

from terminal import PROGRAM, Terminal

FIXTURE = pathlib.Path(__file__).parent.parent / "Fixtures" / "journal-layout-1"
EXPECTED = FIXTURE / "expected"

FINISHED, STOPPED, ERASED = "attic-swan-5", "rooster-sofa-3", "uniform-moon-4"
CARRIED_OVER, DRAFTED, KILLED = "cliff-fiddle-3", "sage-song-5", "fennel-cobbler-4"
READABLE = [FINISHED, STOPPED, CARRIED_OVER, DRAFTED, KILLED]


@pytest.fixture
def place(tmp_path):
    """A copy of the journal, as private as the program makes it; git keeps no such modes."""
    data = tmp_path / "data"
    shutil.copytree(FIXTURE / "data", data)
    for folder in (data, data / "keys"):
        folder.chmod(0o700)
        for file in folder.iterdir():
            if file.is_file():
                file.chmod(0o600)
    return {
        "BEFOREHAND_DATA": str(data), "BEFOREHAND_CONTENT": str(FIXTURE / "Content"),
        "BEFOREHAND_TODAY": "2026-11-28", "TZ": "UTC"}


def run(place, *arguments, lines=""):
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **place}
    done = subprocess.run(
        [PROGRAM, *arguments], input=lines, capture_output=True, text=True, env=environment, timeout=60)
    return done.returncode, done.stdout, done.stderr


def test_all_of_it_is_as_it_was_written(place):
    code, out, _ = run(place, "journal", "verify")
    assert code == 0 and out.startswith("6 sessions, 1 erased; 75 records."), out


def test_it_is_listed(place):
    code, out, _ = run(place, "journal", "list", "--json")
    assert code == 0 and json.loads(out) == json.loads((EXPECTED / "list.json").read_text())


@pytest.mark.parametrize("name", READABLE)
def test_each_session_reads_as_it_did(place, name):
    expected = json.loads((EXPECTED / f"export-{name}.json").read_text())
    for arguments in (["journal", "show", name, "--json"], ["journal", "export", name]):
        code, out, errors = run(place, *arguments)
        assert code == 0 and json.loads(out) == expected, errors
    code, out, errors = run(place, "page", name, "--json")
    assert code == 0, errors
    page, before = json.loads(out), json.loads((EXPECTED / f"page-{name}.json").read_text())
    # What that version did not write may be new, and nothing else.
    assert {key: page[key] for key in before} == before
    assert set(page) - set(before) == {"date", "questionsLeftOut", "top"}
    # The guide's own questions come before those about its words.
    own_first = sorted(page["ask"], key=lambda question: question.startswith("Can we go over"))
    assert page["top"] == own_first[:3] and page["questionsLeftOut"] == []


@pytest.mark.parametrize("name, asked", [
    (FINISHED, "Your answers"),
    (STOPPED, "Type a number from 0 to 5: 0 is not at all, 5 is very much."),
    (CARRIED_OVER, "Is anyone here with you now?"),
    (DRAFTED, "What do you most want to say first when you see your team?"),
    (KILLED, "Is anyone here with you now?"),
])
def test_each_session_goes_on_where_it_was_left(place, name, asked):
    code, out, errors = run(place, "resume", name)
    assert code == 0 and asked in out, (out, errors)
    # The same question is asked again, without the answer it had.
    code, again, _ = run(place, "resume", name)
    assert code == 0 and again == out.replace("The guides have changed since you were here.\n\n", "").replace(
        "The wording of a question you answered has changed, so it is asked again.\n\n", "")
    assert run(place, "journal", "verify")[0] == 0


def test_what_was_typed_and_not_sent_stands_in_the_line(place):
    with Terminal("resume", DRAFTED, environment=place, rows=40) as terminal:
        terminal.see("I am afraid of los")


def test_a_session_is_gone_when_it_is_erased(place):
    assert run(place, "resume", ERASED)[0] == 66
    for name in READABLE:
        code, _, errors = run(place, "journal", "erase", name)
        assert code == 0, errors
        assert run(place, "journal", "show", name)[0] == 66
    code, out, _ = run(place, "journal", "verify")
    assert code == 0 and out.startswith("6 sessions, 6 erased;"), out


def test_a_new_session_is_kept_beside_the_old_ones(place):
    code, out, errors = run(place, "what-to-expect", "--keep", lines="1\n")
    assert code == 0 and "beforehand resume" in out, errors
    sessions = json.loads(run(place, "journal", "list", "--json")[1])["sessions"]
    assert len(sessions) == 7 and sessions[-1]["condition"] == "open"
    assert run(place, "journal", "verify")[0] == 0


@pytest.mark.parametrize("arguments", [
    ["journal", "list"], ["journal", "verify"], ["journal", "show", FINISHED], ["journal", "export", FINISHED],
    ["journal", "erase", FINISHED], ["page", FINISHED], ["resume", STOPPED], ["what-to-expect", "--keep"]])
def test_a_journal_of_a_later_layout_is_left_as_it_is(place, arguments):
    journal = pathlib.Path(place["BEFOREHAND_DATA"]) / "journal.sqlite"
    with sqlite3.connect(journal) as database:
        database.execute("PRAGMA user_version = 2")
    database.close()
    before = journal.read_bytes()
    code, out, errors = run(place, *arguments)
    assert code == 78, (out, errors)
    assert "A later version of this program wrote the journal. Use that version." in " ".join(errors.split())
    assert journal.read_bytes() == before
