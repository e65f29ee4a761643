"""Saving the page in a file from inside a session, also for people who keep nothing."""

import os
import pathlib
import re
import resource
import stat
import subprocess
import tempfile

import pytest

from prompts import at, content  # noqa: F401, a fixture
from terminal import ENTER, PROGRAM, Terminal

CONTENT = os.path.join(os.getcwd(), "Content")


@pytest.fixture
def tmp_path():
    """A folder whose path fits on a line."""
    with tempfile.TemporaryDirectory() as folder:
        yield pathlib.Path(folder)


def run(folder, *arguments, lines, limit=None):
    """What the program says to these lines, with `folder` as its current folder."""
    environment = {
        "PATH": os.environ["PATH"], "BEFOREHAND_DATA": str(folder / "data"), "LC_ALL": "C.UTF-8",
        "BEFOREHAND_CONTENT": CONTENT, "BEFOREHAND_TODAY": "2026-11-28"}
    before = None
    if limit is not None:
        def before():
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    done = subprocess.run(
        [PROGRAM, *arguments], input="\n".join([*lines, ""]).encode(), capture_output=True, timeout=60,
        env=environment, cwd=folder, preexec_fn=before)
    assert done.returncode == 0, done.stderr
    return " ".join(done.stdout.decode().split())


def mode(path):
    return stat.S_IMODE(os.stat(path).st_mode)


def test_a_person_who_keeps_nothing_saves_the_page_in_each_form(tmp_path):
    said = run(
        tmp_path, "what-to-expect", "--keep-nothing",
        lines=["1", "3", "save my.txt", "save large big.txt", "save my.html", "print"])
    for name in ["my.txt", "big.txt", "my.html"]:
        assert f"Saved as {tmp_path}/{name}. Anyone who uses this account can read it." in said
        assert mode(tmp_path / name) == 0o600
    text = (tmp_path / "my.txt").read_text()
    assert text.startswith("== My page for the visit ==\n")
    assert "Prepared on November 28, 2026" in text and "Name: ____" in text
    assert "- Not sure about bipolar disorder, in me or my family" in text
    assert max(map(len, (tmp_path / "big.txt").read_text().splitlines())) <= 40
    web = (tmp_path / "my.html").read_text()
    assert web.startswith("<!DOCTYPE html>") and "<script" not in web and "http" not in web.split("</style>")[1]
    assert f"To print your page, open {tmp_path}/my.html and print it from there." in said
    assert sorted(os.listdir(tmp_path)) == ["big.txt", "my.html", "my.txt"]


def test_nothing_is_replaced_without_asking(tmp_path):
    (tmp_path / "my.txt").write_text("mine")
    os.symlink("nowhere", tmp_path / "link.txt")
    said = run(
        tmp_path, "what-to-expect", "--keep-nothing", lines=["1", "save my.txt", "save link.txt", "3"])
    assert "Your page was not saved. There is already a file called my.txt." in said
    assert "There is already a file called link.txt." in said
    assert (tmp_path / "my.txt").read_text() == "mine"
    assert sorted(os.listdir(tmp_path)) == ["link.txt", "my.txt"]


@pytest.mark.parametrize("name, why", [
    ("none/my.txt", "There is no such folder for none/my.txt."),
    ("/dev/null/my.txt", "There is no such folder for /dev/null/my.txt."),
    ("x" * 300 + ".txt", "cannot be the name of a file."),
    ("/proc/my.txt", "Your page was not saved."),
])
def test_what_went_wrong_is_said_and_the_session_goes_on(tmp_path, name, why):
    said = run(tmp_path, "what-to-expect", "--keep-nothing", lines=["1", f"save {name}", "3"])
    assert why in said and "Nothing is lost." in said
    assert "Not sure about bipolar disorder" in said
    assert os.listdir(tmp_path) == []


def test_a_full_disk_leaves_nothing_of_the_page(tmp_path):
    said = run(
        tmp_path, "what-to-expect", "--keep-nothing", lines=["1", "save my.txt", "3"], limit=100)
    assert "Your page was not saved. The disk is full. Nothing is lost." in said
    assert os.listdir(tmp_path) == []


def test_the_saved_page_is_the_page_of_the_kept_session(tmp_path):
    said = run(
        tmp_path, "what-to-expect", "--keep", lines=["1", "3", "3", "save my.txt", "save my.html", "1"])
    name = re.search(r"[a-z]+-[a-z]+-\d", said).group()
    environment = {
        "PATH": os.environ["PATH"], "BEFOREHAND_DATA": str(tmp_path / "data"), "LC_ALL": "C.UTF-8",
        "BEFOREHAND_CONTENT": CONTENT}
    for option, file in [([], "my.txt"), (["--html"], "my.html")]:
        page = subprocess.run(
            [PROGRAM, "page", name, *option], capture_output=True, timeout=60, env=environment)
        saved = (tmp_path / file).read_text()
        dated = re.sub(r"Prepared on \w+ \d+, \d+", "Prepared on November 28, 2026", page.stdout.decode())
        assert dated == saved
    assert f"your counselor can find it by this name" in saved


def test_a_terminal_asks_for_form_and_name_and_whether_to_replace(tmp_path):
    here = os.getcwd()
    environment = {"BEFOREHAND_CONTENT": CONTENT, "BEFOREHAND_DATA": str(tmp_path / "data")}
    os.chdir(tmp_path)
    try:
        with Terminal("what-to-expect", "--keep-nothing", environment=environment, rows=50) as terminal:
            terminal.see("How much time do you have?")
            terminal.see("> ")
            terminal.type("save", ENTER)
            terminal.see("How would you like to save your page?")
            terminal.see("> ")
            terminal.type("3", ENTER)
            terminal.see("my-page.html.")
            terminal.see("> ")
            terminal.type(ENTER)
            terminal.see("Saved as")
            terminal.see("my-page.html.")
            terminal.see("How much time do you have?")
            terminal.see("> ")
            first = os.stat("my-page.html").st_ino
            terminal.type("save my-page.html", ENTER)
            terminal.see("Replace that file")
            terminal.see("> ")
            terminal.type("1", ENTER)
            terminal.see("Saved as")
            terminal.see("> ")
            assert os.stat("my-page.html").st_ino != first
            assert mode("my-page.html") == 0o600
            terminal.type("quit", ENTER)
            assert terminal.finish() == 0
    finally:
        os.chdir(here)


def test_an_answer_is_in_the_line_to_be_edited(content):  # noqa: F811
    with at("text", content, "--keep-nothing") as terminal:
        terminal.type("I am scared", ENTER)
        terminal.read_on_to("Anything else?")
        terminal.type("review", ENTER)
        terminal.see("It is my answer")
        terminal.type("2", ENTER)
        number = terminal.see(re.compile(rb"(\d+)  What is on your mind\? \S+ I am scared")).group(1)
        terminal.type(number.decode(), ENTER)
        terminal.see("> I am scared")
        terminal.type(" of it", ENTER)
        terminal.see(f"{number.decode()}  What is on your mind? – I am scared of it")
        # Enter keeps it as it is.
        terminal.type(number.decode(), ENTER)
        terminal.see("> I am scared of it")
        terminal.type(ENTER)
        terminal.see("What is on your mind? – I am scared of it")
