"""What a person reads of a kept session: the questions and the words they chose, and when."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from prompts import content as unchanged  # noqa: F401 -- a fixture
from terminal import PROGRAM, Terminal
from test_journal_command import run

PROBE = Path(PROGRAM).parent / "journal-probe"
HANDLE = re.compile(r"[a-z]+-[a-z]+-\d")
ARABIC = "هل سأنسى (5)"


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def content(unchanged, tmp_path):
    """Guides that a test may change."""
    return shutil.copytree(unchanged, tmp_path / "Content")


def kept(data, content, lines):
    """Keeps a session about these guides, and returns its handle."""
    text, code, errors = run(data, "kinds", "--keep", "--content", content, lines=lines)
    assert code == 0, errors
    return HANDLE.search(text).group()


def entries(shown):
    """The text after the number and the time of each line that has them."""
    found = [re.fullmatch(r"(\d+)  \d\d:\d\d  (.+)", line) for line in shown.splitlines()[1:]]
    assert all(found), shown
    assert [int(line.group(1)) for line in found] == list(range(1, len(found) + 1))
    return [line.group(2) for line in found]


def test_the_questions_and_the_chosen_words_stand_there(data, content):
    handle = kept(data, content, f"coffee\n1, 2\n7\n{ARABIC}\nskip\nback\nchange\n2\ntea\nquit\n")
    shown, code, _ = run(data, "journal", "show", handle, "--content", content)
    assert code == 0
    assert re.fullmatch(rf"{handle}, \d{{4}}-\d\d-\d\d", shown.splitlines()[0])
    assert entries(shown)[:7] == [
        "began: Kinds", "Which drink? – Coffee", "Which food? – Soup; Bread", "How many? – 7",
        f"What is on your mind? – \u2068{ARABIC}\u2069", "Anything else? – skipped", "went back"]
    assert "changed: Which drink?" in shown and "Which drink? – Tea" in shown
    assert "kinds/" not in shown


def test_they_are_the_words_that_the_person_read(data, content, tmp_path):
    handle = kept(data, content, "coffee\n1\nquit\n")
    guide = content / "guides" / "kinds.guide"
    guide.write_text(guide.read_text().replace("Which food?", "Which meal?"))
    run(data, "resume", handle, "--content", content, lines="2\nquit\n")
    for place in (content, tmp_path / "nowhere"):
        shown, code, _ = run(data, "journal", "show", "--content", place)
        assert code == 0
        assert [line for line in entries(shown) if "?" in line or "guides" in line] == [
            "Which drink? – Coffee", "Which food? – Soup", "went on with changed guides",
            "Which meal? – Bread"]


def test_without_words_the_names_stand_there(data, content):
    """The probe keeps a text that is not a guide."""
    subprocess.run([PROBE, "sit", data, "first"], check=True, capture_output=True)
    guides = content / "guides"
    (guides / "probe.guide").write_text(
        "title: Probe\nkind: form\n\n# one: One\n? number: Which number?\n  [text]\n")
    with_words, code, _ = run(data, "journal", "show", "--content", content)
    assert code == 0 and "Which number? – " in with_words
    (guides / "probe.guide").write_text(
        "title: Probe\nkind: form\n\n# one: One\n? other: Which number?\n  [text]\n")
    other, code, _ = run(data, "journal", "show", "--content", content)
    assert code == 0 and "probe/number: " in other
    (guides / "probe.guide").write_text("no guide\n")
    broken, code, _ = run(data, "journal", "show", "--content", content)
    assert code == 0 and "probe/number: " in broken
    shutil.rmtree(content)
    without, code, errors = run(data, "journal", "show", "--content", content)
    assert (code, errors) == (0, "") and without == broken


def test_json_has_the_names_as_ever(data, content):
    handle = kept(data, content, "coffee\nquit\n")
    shown, code, _ = run(data, "journal", "show", handle, "--json", "--content", content)
    assert code == 0 and '"kinds/drink"' in shown and "Which drink?" not in shown


def test_a_terminal_gets_lines_that_fit(data, content):
    handle = kept(data, content, f"coffee\n1\n7\n{'word ' * 30}\nquit\n")
    place = ["--data", str(data), "--content", str(content)]
    with Terminal("journal", "show", handle, *place, columns=40) as terminal:
        terminal.see("left")
        lines = terminal.text.replace("\r", "").split("\n")
    assert len(lines) > 8 and all(len(line) <= 40 for line in lines), lines
    assert not any(line.endswith("wor") for line in lines)


def test_what_is_counted_is_said(data, content):
    handle = kept(data, content, "coffee\nquit\n")
    said, code, _ = run(data, "journal", "list")
    assert code == 0 and re.fullmatch(rf"\d{{4}}-\d\d-\d\d  {handle}  open  3 entries\n", said)
    said, code, _ = run(data, "journal", "verify")
    assert code == 0 and re.match(r"1 session, 0 erased; \d+ records\.\n", said)
    kept(data, content, "quit\n")
    said, _, _ = run(data, "journal", "verify")
    assert said.startswith("2 sessions, 0 erased; ")
