"""The first screen of help, on the smallest window: the number to call is on it."""

import pathlib

import pytest

from terminal import ENTER, PROGRAM
from window import Window

CONTENT = pathlib.Path(__file__).parent.parent.parent / "Content"


def is_waiting(window):
    return window.rows[window.cursor[0]] in (">", "Press Enter to keep reading >")


@pytest.mark.parametrize("typed, number", [
    ("help", "Call or text 988. In danger: call 911."),
    ("kil my self", "Call or text 988. In danger: call 911."),
    ("my heart is racing and i cant breath", "Call or text 988. In danger: call 911."),
])
def test_the_number_to_call_is_on_the_first_screen(typed, number):
    arguments = ["what-to-expect", "--keep-nothing", "--content", str(CONTENT)]
    with Window(PROGRAM, *arguments, rows=12, columns=40) as window:
        assert window.wait(is_waiting), window.text
        before = window.text
        window.type(typed, ENTER)
        assert window.wait(lambda window: is_waiting(window) and window.text != before), window.text
        assert "== Help now ==" in window.text
        assert number in window.text
