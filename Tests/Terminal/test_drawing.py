"""What an eye sees while a line is typed, against where each letter must stand."""

import random
import unicodedata

import pytest

from terminal import (
    BACKSPACE, DELETE, END, HOME, LEFT, PROBE, RIGHT, control,
)
from window import Window

PROMPT = "> "
# Letters of one and of two columns; some with marks that no single character has.
LETTERS = [
    *"abc xyz 0123", "é", "q\u0303\u0323", "x\u0301", "e\u0301", "日", "本", "ท\u0e35\u0e48", "क\u0941",
    "u\u031b\u0309",
]


def width(letter):
    """How many columns a letter takes."""
    return 2 if unicodedata.east_asian_width(letter[0]) == "W" else 1


def laid_out(letters, columns):
    """The rows of a line, and the cursor's place before each letter and at the end."""
    rows, used, places = [PROMPT], len(PROMPT), []
    for letter in letters:
        if used + width(letter) > columns:
            rows.append("")
            used = 0
        places.append((len(rows) - 1, used))
        rows[-1] += letter
        used += width(letter)
        if used == columns:
            rows.append("")
            used = 0
    return rows, places + [(len(rows) - 1, used)]


class Typist:
    """Types at random, and knows what must come of it."""

    def __init__(self, seed):
        self.dice = random.Random(seed)
        self.letters = []
        self.cursor = 0

    def keys(self, most):
        """Some keys, applied to what is known."""
        kind = self.dice.random()
        before, after = self.letters[:self.cursor], self.letters[self.cursor:]
        if kind < 0.6 and len(self.letters) < most:
            new = self.dice.choices(LETTERS, k=self.dice.randrange(1, 12))
            self.letters = before + new + after
            self.cursor += len(new)
            return "".join(new)
        if kind < 0.7 and before:
            self.letters = before[:-1] + after
            self.cursor -= 1
            return BACKSPACE
        if kind < 0.75 and after:
            self.letters = before + after[1:]
            return DELETE
        if kind < 0.9:
            self.cursor = self.dice.choice([0, len(self.letters)])
            return HOME if self.cursor == 0 else END
        steps = self.dice.randrange(-20, 20)
        moved = min(max(self.cursor + steps, 0), len(self.letters))
        keys = (RIGHT if moved > self.cursor else LEFT) * abs(moved - self.cursor)
        self.cursor = moved
        return keys


def same(one, other):
    """Whether two texts are the same letters, however they are spelled."""
    return unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)


def is_drawn(window, letters, cursor, columns):
    """Whether the line and the cursor are where they must be in the window."""
    wanted, places = laid_out(letters, columns)
    row, column = window.cursor
    top = row - places[cursor][0]
    seen = window.rows[top:]
    return (
        top >= 0 and column == places[cursor][1]
        and all(same(line.rstrip(), seen[index]) for index, line in enumerate(wanted))
        and not any(seen[len(wanted):]))


@pytest.mark.parametrize("columns, rows", [(40, 12), (61, 24), (132, 10)])
def test_the_line_on_the_screen_is_the_line_typed(columns, rows):
    typist = Typist(columns)
    room = (rows - 3) * columns // 2
    with Window(PROBE, rows=rows, columns=columns) as window:
        window.see(PROMPT.strip())
        for _ in range(60):
            window.type(typist.keys(room))
            assert window.wait(
                lambda window: is_drawn(window, typist.letters, typist.cursor, columns)
            ), f"{typist.letters} {typist.cursor}\n{window.text}\n{window.cursor}"


def test_the_line_is_drawn_for_a_new_window():
    typist = Typist(5)
    with Window(PROBE, rows=20, columns=80) as window:
        window.see(PROMPT.strip())
        for rows, columns in [(20, 60), (20, 61), (14, 40), (30, 132), (24, 80), (12, 47)]:
            window.type(typist.keys(150))
            window.resize(rows, columns)
            window.type(typist.keys(150))
            assert window.wait(
                lambda window: is_drawn(window, typist.letters, typist.cursor, columns)
            ), f"{typist.letters} {typist.cursor}\n{window.text}\n{window.cursor}"


def test_of_a_line_longer_than_the_screen_the_letters_at_the_cursor_are_shown():
    words = [f"{number:04d}" for number in range(200)]
    with Window(PROBE, rows=10, columns=40) as window:
        window.see(PROMPT.strip())
        window.type(" ".join(words))
        window.see("0199")
        window.type(HOME)
        window.see("> 0000 0001")
        assert window.cursor == (0, 2)
        assert "0199" not in window.text
        window.type("x", RIGHT * 4, " y")
        window.see("> x0000 y 0001")
        window.type(END, LEFT * 5)
        window.see("0199")
        window.type("z")
        window.see("0198z 0199")
        window.type(control("l"))
        window.see("0198z 0199")


def test_a_long_line_scrolls_away_as_text_does_while_it_is_typed():
    with Window(PROBE, rows=10, columns=40) as window:
        window.see(PROMPT.strip())
        window.type(*(f"{number:04d} " for number in range(200)))
        window.see("0199")
        every = "".join("".join(window.history).split())
        assert "".join(f"{number:04d}" for number in range(200)) in every
