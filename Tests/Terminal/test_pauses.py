"""A pause before unread lines would scroll away: in windows of every size, resized or not, every line
is in the window at some time before it is left behind."""

import random

import pytest

from terminal import ENTER, PROGRAM
from window import Window

# Words that each occur once, twenty to a paragraph.
WORDS = [f"{a}{b}{c}{d}" for a in "bdfgklmnprstvz" for b in "aeiou" for c in "lmnrst" for d in "ao"]
PARAGRAPHS = [" ".join(WORDS[start:start + 20]) for start in range(0, len(WORDS), 20)]
HOUSE = "title: House\nkind: house\n\n# shelf: Shelf\nmenu\n  => long\n"
LONG = "title: Long\nkind: form\n\n# one: One\n" + "\n\n".join(PARAGRAPHS) + (
    "\n\n? last: The last one?\n  ( ) up: Up\n  ( ) down: Down\n")


@pytest.fixture
def long_step(tmp_path):
    """A folder whose guide has one step of forty-two paragraphs."""
    (tmp_path / "guides").mkdir()
    (tmp_path / "house.guide").write_text(HOUSE)
    (tmp_path / "guides" / "long.guide").write_text(LONG)
    return tmp_path


def is_waiting(window):
    """Whether there is a prompt with nothing typed after it."""
    return window.rows[window.cursor[0]] in (">", "Press Enter to keep reading >")


def read_all(window, sizes):
    """Reads on until the question is asked; returns all words that were in the window until then."""
    seen = ""
    for number, size in enumerate(sizes):
        assert window.wait(is_waiting), window.text
        seen += window.text + "\n"
        if "1  Up" in window.text:
            return set(seen.split())
        if size:
            window.resize(*size)
            window.settle()
        before = window.text
        window.type([ENTER, " ", "next\r"][number % 3])
        assert window.wait(lambda window: is_waiting(window) and window.text != before)
    raise AssertionError(window.text)


@pytest.mark.parametrize("rows, columns", [(6, 40), (10, 40), (24, 80), (60, 132)])
def test_no_line_is_left_behind_unread(rows, columns, long_step):
    arguments = ["long", "--keep-nothing", "--content", str(long_step)]
    with Window(PROGRAM, *arguments, rows=rows, columns=columns) as window:
        seen = read_all(window, [None] * 100)
        assert [words for words in WORDS if words not in seen] == []


def test_no_line_is_left_behind_where_the_window_changes(long_step):
    dice = random.Random(3)
    sizes = [(dice.randrange(8, 30), dice.randrange(40, 133)) for _ in range(100)]
    with Window(PROGRAM, "long", "--keep-nothing", "--content", str(long_step), rows=12) as window:
        seen = read_all(window, sizes)
        assert [words for words in WORDS if words not in seen] == []
