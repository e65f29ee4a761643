"""A person who leaves after something could not be saved learns the truth about it, and a command that works."""

import os
import re
import resource
import shlex
import shutil
import subprocess

import pytest

from terminal import PROGRAM
from test_journal_command import Conversation, data, kept, run, spoil  # noqa: F401

NO_LIMIT = resource.RLIM_INFINITY


def failing(data):
    """A session with one answer saved and a second that could not be; its name and the rest of its words."""
    talk = Conversation(data, "what-to-expect", "--keep")
    handle = re.search(r"[a-z]+-[a-z]+-\d", talk.see("How much time do you have?")).group()
    talk.type("1")
    talk.see("Have you or a close relative")
    limit = (data / "journal.sqlite-wal").stat().st_size
    resource.prlimit(talk.process.pid, resource.RLIMIT_FSIZE, (limit, NO_LIMIT))
    talk.type("3")
    assert "This could not be saved" in talk.see("Have you or a close relative")
    return talk, handle


def repair(talk):
    resource.prlimit(talk.process.pid, resource.RLIMIT_FSIZE, (NO_LIMIT, NO_LIMIT))


def rest(talk):
    """What is said until the end."""
    said, _ = talk.process.communicate(timeout=20)
    assert talk.process.returncode == 0
    return " ".join(said.decode().split())


@pytest.mark.parametrize("leaving", ["quit", "end of input"])
@pytest.mark.parametrize("is_repaired", [True, False])
def test_who_leaves_is_told_that_the_last_answer_is_missing(data, leaving, is_repaired):
    talk, handle = failing(data)
    if is_repaired:
        repair(talk)
    if leaving == "quit":
        talk.type("quit")
    said = rest(talk)
    assert "Your last answer was not saved." in said and "Your answers are kept" not in said
    assert f"beforehand resume {handle}" in said
    assert "Have you or a close relative" in run(data, "resume", handle)[0]


def test_what_was_asked_again_and_is_kept_is_not_missed(data):
    talk, handle = failing(data)
    repair(talk)
    talk.type("3")
    talk.see("Getting home")
    talk.type("quit")
    said = rest(talk)
    assert "Your answers are kept" in said and "was not saved" not in said


@pytest.mark.parametrize("damage", ["damaged", "gone"])
def test_who_leaves_a_journal_that_is_damaged_or_gone_is_told(data, damage):
    talk, handle = failing(data)
    repair(talk)
    shutil.rmtree(data) if damage == "gone" else spoil(data)
    talk.type("quit")
    said = rest(talk)
    assert "Your answers may be damaged or lost." in said and "are kept" not in said
    assert f"beforehand resume {handle}" in said


def test_what_was_erased_elsewhere_is_not_offered(data):
    talk, handle = failing(data)
    repair(talk)
    assert run(data, "journal", "erase", handle)[1] == 0
    talk.type("3")
    talk.see("No one can read your answers anymore.")
    talk.type("1")
    talk.see("Have you or a close relative")
    talk.type("3")
    talk.see("Getting home")
    talk.type("quit")
    said = rest(talk)
    assert "Your answers are erased" in said and "resume" not in said
    assert f"{handle}  erased" in run(data, "journal", "list")[0]


def test_what_could_not_be_erased_is_not_said_to_be_kept(data):
    talk = Conversation(data, "what-to-expect", "--keep")
    handle = re.search(r"[a-z]+-[a-z]+-\d", talk.see("How much time do you have?")).group()
    limit = (data / "journal.sqlite-wal").stat().st_size
    resource.prlimit(talk.process.pid, resource.RLIMIT_FSIZE, (limit, NO_LIMIT))
    talk.type("forget")
    talk.type("forget")
    talk.see("This could not be erased")
    talk.type("quit")
    said = rest(talk)
    assert "Your answers may not be erased." in said and "are kept" not in said
    assert f"beforehand resume {handle}" in said
    assert run(data, "resume", handle)[1] == 0


def test_the_advice_at_the_end_works_as_it_stands(tmp_path):
    """With the folders that were named, in the shell's own quotes."""
    shutil.copytree("Content", tmp_path / "our guides")
    named = ["--data", "a clinic's data", "--content", "our guides"]
    here = {"capture_output": True, "timeout": 60, "env": {"LC_ALL": "C.UTF-8"}, "cwd": tmp_path}
    program = os.path.abspath(PROGRAM)
    for lines, command in [("1\n", "resume"), ("1\n3\nquit\n", "resume"), ("1\nstop here\n1\n", "page")]:
        ended = subprocess.run(
            [program, "what-to-expect", "--keep", *named], input=lines.encode(), **here)
        said = " ".join(ended.stdout.decode().split())
        advice = re.search(rf"beforehand ({command} [a-z]+-[a-z]+-\d --.* guides')", said)
        assert advice, said
        words = shlex.split(advice.group(1))
        assert words[2:] == named
        followed = subprocess.run([program, *words], **here)
        assert followed.returncode == 0, followed.stderr
