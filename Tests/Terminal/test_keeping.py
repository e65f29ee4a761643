"""Keeping answers: what is asked first, what is on the disk, what is taken up again, what is erased."""

import os
import re
import stat
import subprocess

import pytest

from terminal import ENTER, PROGRAM, Terminal


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


def run(data, *arguments, lines="", content=None):
    """What the program prints for these lines, and its exit code."""
    environment = {"PATH": os.environ["PATH"], "BEFOREHAND_DATA": str(data), "LC_ALL": "C.UTF-8"}
    if content:
        environment["BEFOREHAND_CONTENT"] = str(content)
    run = subprocess.run(
        [PROGRAM, *arguments], input=lines.encode(), capture_output=True, timeout=60,
        env=environment)
    return run.stdout.decode(), run.returncode, run.stderr.decode()


def handle(text):
    return re.search(r"[a-z]+-[a-z]+-\d", text).group()


def test_nothing_is_decided_for_the_person(data):
    text, code, _ = run(data, "what-to-expect", lines="x\n\n")
    assert code == 0
    assert "Do you want this computer to keep your answers?" in text
    assert "How much time" not in text
    assert not data.exists()


HERE = (
    "If you keep your answers, you can go on another day. They are locked in a file here. Anyone who uses this "
    "account can open it. They stay until someone erases them. You can change your mind at any time: type keep "
    "or forget. Your care does not depend on it, and you get your page either way. Do you want this computer "
    "to keep your answers? 1 Keep my answers 2 Keep nothing")
ELSEWHERE = (
    "If you keep your answers, your counselor can read them. They are locked: no one can read them on this "
    "computer, only where your clinic has the key. They stay until someone erases them. You can change your "
    "mind at any time: type keep or forget. Your care does not depend on it, and you get your page either way. "
    "Do you want this computer to keep your answers? 1 Keep my answers for my counselor 2 Keep nothing")


def test_the_first_question_says_who_can_read_and_how_to_erase(data):
    asked = " ".join(run(data, "what-to-expect")[0].split())
    assert asked.count(HERE) == 1 and not data.exists()
    text = " ".join(run(data, "what-to-expect", lines="1\n1\n")[0].split())
    assert HERE in text
    name = handle(text)
    assert f"beforehand resume {name}" in text
    assert "Do you want this computer" not in run(data, "resume", name)[0]
    assert run(data, "journal", "show", name)[1] == 0
    (data / "keys" / "reader.private").unlink()
    left = run(data, "what-to-expect", "--keep", lines="1\nquit\n")[0]
    assert f"Your answers are kept as {handle(left)}.\n" in left and "resume" not in left
    done = run(data, "what-to-expect", lines="1\n1\n3\n3\n1\n")[0]
    assert "What I want to ask" in done and "beforehand page" not in done
    asked = " ".join(run(data, "what-to-expect", lines="back\n")[0].split())
    assert asked.count(ELSEWHERE) == 2 and HERE not in asked
    assert run(data, "journal", "show", name)[1] == 77
    assert run(data, "journal", "erase", name)[1] == 0
    assert run(data, "journal", "show", name)[1] == 66


def test_who_has_no_place_to_keep_anything_is_told():
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    asked = subprocess.run(
        [PROGRAM, "what-to-expect"], input=b"1\n2\n1\n", capture_output=True, timeout=60,
        env=environment)
    assert asked.returncode == 0
    assert b"could not be saved" in asked.stdout and b"I am not sure" in asked.stdout
    told = subprocess.run(
        [PROGRAM, "what-to-expect", "--keep"], input=b"", capture_output=True, timeout=60,
        env=environment)
    assert told.returncode == 78


def test_keeping_nothing_touches_no_disk(data):
    text, code, _ = run(data, "what-to-expect", lines="2\n1\n3\n3\n1\n2\n")
    assert code == 0
    assert "Do you want to keep your answers after all?" in text
    assert not data.exists()


@pytest.mark.parametrize("words", ["2", "no", "no thanks", "Keep nothing", "done", "skip"])
def test_nothing_is_kept_for_whoever_says_so_in_their_own_way(data, words):
    text, code, _ = run(data, "what-to-expect", lines=f"{words}\n")
    assert code == 0 and "How much time" in text and not data.exists()


def test_who_keeps_nothing_is_asked_once_more(data):
    text, code, _ = run(data, "what-to-expect", lines="2\n1\n3\n3\n1\n1\n")
    assert code == 0
    shown, _, _ = run(data, "journal", "show", handle(text))
    assert "About seven minutes" in shown
    assert "finished" in shown


def test_who_keeps_nothing_and_stops_early_is_asked_once_more(data):
    text, code, _ = run(data, "what-to-expect", lines="2\n1\nstop here\n2\n")
    assert code == 0 and "Do you want to keep your answers after all?" in text and not data.exists()
    text, code, _ = run(data, "what-to-expect", lines="2\n1\nstop here\n1\n")
    assert code == 0
    shown, _, _ = run(data, "journal", "show", handle(text))
    assert "About seven minutes" in shown and "stopped" in shown


def test_who_keeps_is_not_told_that_nothing_is_kept(data):
    text, _, _ = run(data, "what-to-expect", "--keep", lines="1\n")
    assert "Your answers are kept. Their name is" in text and "Nothing you type" not in " ".join(text.split())


def test_a_sitting_is_taken_up_at_the_exact_question(data):
    text, _, _ = run(data, "what-to-expect", "--keep", lines="1\n")
    again, code, _ = run(data, "resume", handle(text))
    assert code == 0
    assert "Have you or a close relative" in again
    assert "How much time" not in again
    last, _, _ = run(data, "resume", lines="3\nreview\n")
    assert "I am not sure" in last and "About seven minutes" in last


def test_a_walk_that_is_over_is_taken_up_at_its_last_look(data):
    lines = "1\n3\n3\n"
    text, _, _ = run(data, "what-to-expect", "--keep", lines=lines)
    assert "1  Show my page" in text and "To print this page" not in text
    again, code, _ = run(data, "resume", handle(text))
    assert code == 0 and "1  Show my page" in again
    done, code, _ = run(data, "resume", handle(text), lines="1\n")
    assert code == 0 and "To print this page" in done
    finished, code, _ = run(data, "resume", handle(text), lines="1\n")
    assert code == 0 and "1  Show my page" in finished and "To print this page" in finished


def test_the_folder_is_its_owners_only(data):
    run(data, "what-to-expect", "--keep", lines="1\n")
    for path in [data, *data.rglob("*")]:
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path


def test_forget_erases_what_was_kept(data):
    text, _, _ = run(data, "what-to-expect", "--keep", lines="1\nforget\nforget\n")
    assert "Nothing of this session is kept." in text
    name = handle(text)
    assert run(data, "resume", name)[1] == 66
    assert run(data, "journal", "show", name)[1] == 66
    assert run(data, "journal", "verify")[1] == 0


def test_a_mistyped_handle_is_refused(data):
    text, _, _ = run(data, "what-to-expect", "--keep", lines="1\n")
    name = handle(text)
    wrong = name[:-1] + str((int(name[-1]) + 1) % 10)
    _, code, error = run(data, "resume", wrong)
    assert code == 66
    assert name not in error


def test_one_program_writes_at_a_time(data):
    environment = {"BEFOREHAND_DATA": str(data)}
    with Terminal("what-to-expect", "--keep", rows=50, environment=environment, timeout=20) as first:
        first.see("About twenty minutes")
        _, code, error = run(data, "what-to-expect", "--keep")
        assert code == 75 and "Another window or program is saving answers" in error
        asked, code, _ = run(data, "what-to-expect", lines="1\n2\n")
        assert code == 0 and "Another window or program is saving answers" in asked and "How much time" in asked
        assert run(data, "resume")[1] == 75
        first.type("1", ENTER)
        first.read_on_to("I am not sure")


def test_an_edited_guide_carries_the_answers_over(data, tmp_path):
    content = tmp_path / "Content"
    subprocess.run(["cp", "-r", "Content", str(content)], check=True)
    text, _, _ = run(data, "what-to-expect", "--keep", lines="1\n3\n", content=content)
    guide = content / "guides" / "what-to-expect.guide"
    guide.write_text(
        guide.read_text().replace("How much time do you have?", "How long can you read today?"))
    again, code, _ = run(data, "resume", handle(text), content=content)
    assert code == 0
    assert "The guides have changed" in again
    assert "How long can you read today?" in again
    assert "Type same to keep it" in again


@pytest.mark.parametrize("fault", ["truncated", "flipped", "empty", "text"])
def test_a_damaged_journal_is_said_and_left_as_it_is(data, fault):
    text, _, _ = run(data, "what-to-expect", "--keep", lines="1\n3\n")
    journal = data / "journal.sqlite"
    held = bytearray(journal.read_bytes())
    if fault == "flipped":
        held[len(held) // 2] ^= 1
        place = held.find(b"event")
        held[place] ^= 1
    damaged = {"truncated": held[: len(held) // 2], "flipped": held, "empty": b"", "text": b"hello"}
    journal.write_bytes(bytes(damaged[fault]))
    before = journal.read_bytes()
    said, code, error = run(data, "resume", handle(text))
    assert code in (74, 77, 78), (said, error)
    assert "damaged" in error or "journal" in error
    assert journal.read_bytes() == before
