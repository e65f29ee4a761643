"""The journal's commands: what a program reads of it, what is said of damage, and by which exit code."""

import json
import os
import re
import resource
import select
import shutil
import sqlite3
import subprocess
from pathlib import Path

import jsonschema
import pytest

from terminal import PROGRAM

SCHEMAS = Path(__file__).parents[2] / "Sources/beforehand/Schemas"


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


def run(data, *arguments, lines="", **options):
    """What the program prints for these lines, its exit code, and what it complains of."""
    environment = {"PATH": os.environ["PATH"], "BEFOREHAND_DATA": str(data), "LC_ALL": "C.UTF-8"}
    ended = subprocess.run(
        [PROGRAM, *arguments], input=lines.encode(), capture_output=True, timeout=60,
        env=environment, **options)
    return ended.stdout.decode(), ended.returncode, ended.stderr.decode()


def kept(data, lines="1\n3\n"):
    """Keeps a session, and returns its handle."""
    text, code, errors = run(data, "what-to-expect", "--keep", lines=lines)
    assert code == 0, errors
    return re.search(r"[a-z]+-[a-z]+-\d", text).group()


def spoil(data, name="journal.sqlite", keep=3000):
    """Cuts a file off, and returns what is left of it."""
    path = data / name
    path.write_bytes(path.read_bytes()[:keep])
    return path.read_bytes()


def query(data, sql):
    """The first row of what SQLite itself, without this program, answers."""
    connection = sqlite3.connect(data / "journal.sqlite")
    row = connection.execute(sql).fetchone()
    connection.commit()
    connection.close()
    return row


def flip_a_sealed_record(data):
    """Changes one byte of the last record of a session, in the file itself."""
    sealed, = query(data, "SELECT sealed FROM event WHERE kind = 2 ORDER BY position DESC")
    path = data / "journal.sqlite"
    held = bytearray(path.read_bytes())
    place = held.find(sealed)
    assert place > 0
    held[place + 20] ^= 1
    path.write_bytes(bytes(held))


@pytest.mark.parametrize("schema, arguments", [
    ("sessions", ["list", "--json"]),
    ("session", ["show", "--json", "HANDLE"]),
    ("session", ["export", "--format", "json", "HANDLE"]),
])
def test_json_is_what_its_schema_says(data, schema, arguments):
    handle = kept(data)
    text, code, _ = run(
        data, "journal", *(handle if word == "HANDLE" else word for word in arguments))
    assert code == 0
    rules = json.loads((SCHEMAS / f"{schema}.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(rules)
    written = json.loads(text)
    jsonschema.validate(written, rules)
    assert handle in text
    # A schema that allows everything would also be kept.
    for spoiled in ({**written, "more": 1}, {**written, "format": "?"}, [], {}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(spoiled, rules)


NAMING = (["resume"], ["page"], ["journal", "show"], ["journal", "export"], ["journal", "erase"])


@pytest.mark.parametrize("slip, advice", [
    ("hello", "two words and a digit"),
    ("maple-rivr-1", "may be river"),
    ("maple-qqqqqqqq-1", "each word"),
    ("maple-river-2", "does not fit the words"),
])
def test_a_mistyped_name_is_refused_with_advice(data, slip, advice):
    kept(data)
    for command in NAMING:
        _, code, errors = run(data, *command, slip)
        assert code == 66 and advice in errors, (command, errors)
        assert "To see the kept sessions: beforehand journal list" in errors, (command, errors)


def test_a_name_that_nobody_has_leads_to_the_list_of_the_folder_that_was_named(data):
    handle = kept(data)
    other = next(name for name in ("maple-river-1", "banana-freedom-1") if name != handle)
    place = data.parent / "other data"
    data.rename(place)
    listing = f"To see the kept sessions: beforehand journal list --data '{place}'"
    for command in NAMING:
        for name in (other, "hello"):
            _, code, errors = run(data, *command, name, "--data", place)
            assert code == 66 and listing in errors, (command, errors)
    run(data, "journal", "erase", handle, "--data", place)
    for command in (["resume"], ["page"], ["journal", "show"]):
        _, code, errors = run(data, *command, handle, "--data", place)
        assert code == 66 and "was erased" in errors and listing in errors, (command, errors)


def test_show_without_a_name_shows_the_session_kept_last(data):
    first, second = kept(data), kept(data)
    assert run(data, "journal", "show") == run(data, "journal", "show", second)
    assert run(data, "journal", "show", "--json") == run(data, "journal", "show", "--json", second)
    run(data, "journal", "erase", second)
    assert run(data, "journal", "show") == run(data, "journal", "show", first)


@pytest.mark.parametrize("command, advice", [
    (["page"], "No kept session has a page."),
    (["journal", "show"], "No kept session can be shown."),
    (["resume"], "No session was left open."),
])
def test_who_names_no_session_is_not_told_of_a_name(data, command, advice):
    run(data, "journal", "erase", kept(data))
    said, code, errors = run(data, *command)
    assert (said, code) == ("", 66)
    assert errors == f"{advice} To see the kept sessions: beforehand journal list\n"


def test_without_an_open_session_there_is_nothing_to_resume(data):
    for command in (["resume"], ["resume", "maple-river-1"], ["journal", "erase", "maple-river-1"]):
        _, code, errors = run(data, *command)
        assert code == 66 and "Nothing is kept" in errors
        assert not data.exists()
    handle = kept(data)
    run(data, "journal", "erase", handle)
    _, code, errors = run(data, "resume")
    assert code == 66 and "No session was left open" in errors


def test_a_damaged_journal_is_set_aside_and_a_new_one_is_chained_to_it(data):
    old = kept(data)
    left = spoil(data)
    text, code, errors = run(data, "what-to-expect", "--keep", lines="1\n3\n")
    assert code == 0, errors
    assert "set aside, not deleted" in " ".join(text.split())
    name = re.search(r"journal-damaged-[0-9-]+\.sqlite", text).group()
    assert (data / name).read_bytes() == left
    new = re.search(r"[a-z]+-[a-z]+-\d", text).group()
    text, code, _ = run(data, "journal", "verify")
    assert code == 0 and name in text
    listed, code, _ = run(data, "journal", "list")
    assert code == 0 and new in listed and old not in listed and name in listed
    listed, _, _ = run(data, "journal", "list", "--json")
    assert json.loads(listed)["setAside"] == [name]
    again, code, _ = run(data, "resume", new)
    assert code == 0 and "Welcome back" in again
    _, code, errors = run(data, "journal", "list", "--set-aside", "../journal.sqlite")
    assert code == 66 and "No journal with that name" in errors


def test_what_is_left_of_a_journal_set_aside_can_be_read(data):
    old = kept(data)
    query(data, "UPDATE head SET count = count + 1")
    _, code, errors = run(data, "resume", old)
    assert code == 74 and f"journal show {old}" in errors
    text, code, _ = run(data, "what-to-expect", "--keep", lines="1\n")
    name = re.search(r"journal-damaged-[0-9-]+\.sqlite", text).group()
    listed, code, _ = run(data, "journal", "list", "--set-aside", name)
    assert code == 0 and old in listed
    shown, code, _ = run(data, "journal", "show", old, "--set-aside", name)
    assert "About seven minutes" in shown
    said, code, _ = run(data, "journal", "verify", "--set-aside", name)
    assert code == 74 and "signed end" in said
    _, code, errors = run(data, "journal", "erase", old)
    assert code == 66 and name in errors and "delete that file" in errors


def test_a_journal_of_other_tables_is_read_as_far_as_it_can_be(data):
    old = kept(data)
    query(data, "DROP TRIGGER event_delete")

    def read(*more):
        said, code, errors = run(data, "journal", "verify", *more)
        assert code == 74 and "its tables are not the ones this program made" in said and not errors
        assert "journal verify" not in said
        shown, code, _ = run(data, "journal", "show", old, *more)
        assert code == 74 and "About seven minutes" in shown
        listed, code, errors = run(data, "journal", "list", *more)
        assert old in listed
        return code, errors

    code, errors = read()
    assert code == 74 and "beforehand journal verify" in errors
    text, code, _ = run(data, "what-to-expect", "--keep", lines="1\n")
    name = re.search(r"journal-damaged-[0-9-]+\.sqlite", text).group()
    assert code == 0 and read("--set-aside", name) == (0, "")
    _, _, errors = run(data, "journal", "show", old, "--set-aside", name)
    assert f"beforehand journal verify --set-aside {name}" in errors


@pytest.mark.parametrize("rest", [b"", b"hello", b"SQLite format 3\0"])
def test_of_what_is_no_journal_verify_says_so_itself(data, rest):
    kept(data)
    (data / "journal.sqlite").write_bytes(rest)
    said, code, errors = run(data, "journal", "verify")
    assert code == 74 and "the journal: cannot be read" in said and "journal verify" not in errors
    (data / "journal.sqlite").unlink()
    said, code, errors = run(data, "journal", "verify")
    assert code == 74 and "its file is gone" in said and "journal verify" not in errors


def test_what_hides_or_acts_on_a_terminal_is_shown_as_what_it_is(data):
    """Wherever it came from: no prompt takes it, but a file or another program may hold it."""
    probe = Path(PROGRAM).parent / "journal-probe"
    subprocess.run([probe, "sit", data, "odd"], check=True, capture_output=True)
    (data / "journal-damaged-\x1b[2J.sqlite").touch()
    listed, _, _ = run(data, "journal", "list")
    handle = re.search(r"[a-z]+-[a-z]+-\d", listed).group()
    shown, _, _ = run(data, "journal", "show", handle)
    assert "red" in shown and "\u241b[31mred" in shown
    for arguments in (["list"], ["list", "--json"], ["show", handle], ["export", handle],
                      ["show", "--json", handle], ["verify"]):
        said, code, _ = run(data, "journal", *arguments)
        assert code == 0 and not set(said) & set("\x1b\x07\r\x9b\u202e"), arguments


def test_a_damaged_record_is_told_and_the_others_are_shown(data):
    handle = kept(data, lines="1\n3\n3\n")
    flip_a_sealed_record(data)
    said, code, _ = run(data, "journal", "verify")
    assert code == 74 and f"of {handle}: it was changed" in said and "can be read" in said
    shown, code, errors = run(data, "journal", "show", handle)
    assert code == 74 and "About seven minutes" in shown and "damaged" in errors
    shown, code, _ = run(data, "journal", "show", "--json", handle)
    assert code == 74 and json.loads(shown)["damaged"] is True
    _, code, errors = run(data, "resume", handle)
    assert code == 74 and f"journal show {handle}" in errors
    # The next person's answers are kept all the same.
    other = kept(data)
    assert run(data, "resume", other)[1] == 0


def test_another_computers_keys_open_nothing(data, tmp_path):
    handle = kept(data)
    kept(tmp_path / "other")
    shutil.rmtree(data / "keys")
    shutil.copytree(tmp_path / "other" / "keys", data / "keys")
    for arguments in (["resume", handle], ["journal", "show", handle], ["journal", "erase", handle]):
        _, code, errors = run(data, *arguments)
        assert code == 77 and "do not belong" in errors, (arguments, errors)
    text, code, errors = run(data, "what-to-expect", "--keep")
    assert code == 77 and "do not belong" in errors


def test_without_the_reading_key_one_can_write_and_not_read(data):
    handle = kept(data)
    (data / "keys" / "reader.private").unlink()
    _, code, errors = run(data, "journal", "show", handle)
    assert code == 77 and "not on this computer" in errors
    listed, code, _ = run(data, "journal", "list")
    assert code == 0 and f"{handle}  sealed" in listed
    other = kept(data)
    assert run(data, "journal", "verify")[1] == 0
    assert run(data, "journal", "show", other)[1] == 77


def test_a_key_file_that_cannot_be_read_is_named(data):
    kept(data)
    (data / "keys" / "writer.private").write_bytes(b"no key")
    text, code, errors = run(data, "what-to-expect", "--keep")
    assert code == 77 and "writer.private" in errors


def test_a_later_versions_journal_is_left_alone(data):
    handle = kept(data)
    query(data, "PRAGMA user_version = 9")
    for arguments in (["resume", handle], ["what-to-expect", "--keep"], ["journal", "list"]):
        _, code, errors = run(data, *arguments)
        assert code == 78 and "later version" in errors


@pytest.mark.parametrize("size", [1 << 12, 1 << 15, 1 << 16])
def test_where_no_journal_fits_that_is_said_at_once(data, size):
    text, code, errors = run(
        data, "what-to-expect", "--keep", lines="1\n",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
    assert code == 74 and "Tell a staff member" in errors, errors
    assert text == ""
    kept(data)


class Conversation:
    """The program at the other end of two pipes."""

    def __init__(self, data, *arguments):
        environment = {
            "PATH": os.environ["PATH"], "BEFOREHAND_DATA": str(data), "LC_ALL": "C.UTF-8"}
        self.process = subprocess.Popen(
            [PROGRAM, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
        self.text = ""

    def see(self, words):
        """Reads until these words have come; returns what came."""
        before = len(self.text)
        while words not in " ".join(self.text[before:].split()):
            ready, _, _ = select.select([self.process.stdout], [], [], 20)
            assert ready, f"never said {words}: {self.text[before:]}"
            piece = os.read(self.process.stdout.fileno(), 65536)
            assert piece, f"never said {words}: {self.text[before:]}"
            self.text += piece.decode()
        return " ".join(self.text[before:].split())

    def type(self, line):
        self.process.stdin.write(f"{line}\n".encode())
        self.process.stdin.flush()


def test_what_could_not_be_kept_is_asked_again_until_it_can_be(data):
    talk = Conversation(data, "what-to-expect", "--keep")
    handle = re.search(r"[a-z]+-[a-z]+-\d", talk.see("How much time do you have?")).group()
    limit = (data / "journal.sqlite-wal").stat().st_size
    resource.prlimit(talk.process.pid, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    for _ in range(3):
        talk.type("2")
        said = talk.see("How much time do you have?")
        assert "This could not be saved." in said and "Nothing you typed before this is lost" in said
    # What needs no disk goes on.
    talk.type("help")
    talk.see("988")
    resource.prlimit(
        talk.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    talk.type("2")
    talk.see("Tell your team first")
    talk.type("quit")
    assert talk.process.wait(timeout=10) == 0
    assert run(data, "journal", "verify")[1] == 0
    shown, _, _ = run(data, "journal", "show", handle)
    assert shown.count("How much time do you have?") == 1


def test_one_can_leave_although_nothing_more_can_be_kept(data):
    talk = Conversation(data, "what-to-expect", "--keep")
    talk.see("How much time do you have?")
    limit = (data / "journal.sqlite-wal").stat().st_size
    resource.prlimit(talk.process.pid, resource.RLIMIT_FSIZE, (limit, limit))
    talk.type("quit")
    talk.see("resume")
    assert talk.process.wait(timeout=10) == 0
    assert run(data, "resume")[1] == 0


def reading(data):
    """A program that has begun to read the journal and has not finished."""
    connection = sqlite3.connect(data / "journal.sqlite", isolation_level=None)
    connection.execute("BEGIN")
    connection.execute("SELECT count(*) FROM event").fetchone()
    return connection


@pytest.mark.parametrize("ending", ["forget", "quit", "answers"])
def test_what_is_forgotten_while_somebody_reads_is_erased_at_once(data, ending):
    talk = Conversation(data, "what-to-expect", "--keep")
    handle = re.search(r"[a-z]+-[a-z]+-\d", talk.see("How much time do you have?")).group()
    talk.type("1")
    talk.see("Have you or a close relative")
    reader = reading(data)
    talk.type("forget")
    talk.type("forget")
    said = talk.see("Go on, with nothing kept")
    assert "No one can read your answers anymore." in said and "Type forget once more" in said
    assert "could not be erased" not in said
    assert f"{handle}  erased" in run(data, "journal", "list")[0]
    talk.type("forget")
    assert "Type forget once more" in talk.see("Go on, with nothing kept")
    if ending == "answers":
        # The guide goes on, and nothing more is kept: not even that it does.
        events = query(data, "SELECT count(*) FROM event")
        talk.type("1")
        talk.type("3")
        assert "could not" not in talk.see("Getting home")
        assert query(data, "SELECT count(*) FROM event") == events
    if ending != "quit":
        reader.close()
        talk.type("forget")
        if ending == "answers":
            talk.type("forget")
        talk.see("Nothing of this session is kept")
    else:
        talk.type("quit")
    assert talk.process.wait(timeout=10) == 0
    said = " ".join(talk.process.stdout.read().decode().split())
    assert "resume" not in said and "Your answers are kept" not in said
    assert ("Your answers are erased" in said) == (ending == "quit")
    reader.close()
    assert run(data, "journal", "verify")[1] == 0
    said, code, _ = run(data, "journal", "erase", handle)
    assert code == 0 and "no copy of its key" in said


def test_erasing_beside_a_reader_says_what_is_still_to_do(data):
    handle = kept(data)
    reader = reading(data)
    _, code, errors = run(data, "journal", "erase", handle)
    assert code == 75 and "was erased" in errors and "erase the session again" in errors
    reader.close()
    assert run(data, "journal", "erase", handle)[1] == 0


def test_a_folder_that_cannot_be_written_is_said_before_the_first_question(data):
    data.mkdir()
    os.chmod(data.parent, 0o755)
    os.chmod(data, 0o555)
    asked = subprocess.run(
        ["setpriv", "--reuid=65534", "--clear-groups", PROGRAM, "what-to-expect", "--keep",
         "--data", str(data)], input=b"1\n", capture_output=True, timeout=60)
    if b"setpriv" in asked.stderr or asked.returncode == 126:
        pytest.skip("nobody may not run the program here")
    assert asked.returncode in (73, 74), asked
    assert b"cannot be written" in asked.stderr
    assert b"How much time" not in asked.stdout
