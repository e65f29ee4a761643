"""What is already in the line: a suggestion, an answer that is changed, a line that did not fit."""

import re

import pytest

from prompts import at, content  # noqa: F401, a fixture
from terminal import ENTER


@pytest.mark.parametrize("environment", [{}, {"TERM": "dumb"}])
def test_typing_replaces_a_suggested_name_and_enter_takes_it(content, environment):  # noqa: F811
    with at("form", content, "--keep-nothing", environment=environment) as terminal:
        terminal.type("1", ENTER)
        terminal.see("press Enter for my-page.txt.")
        terminal.type("mine", ENTER)
        terminal.see("/mine.txt.")
        terminal.type("save", ENTER)
        terminal.see("Do not save it")
        terminal.type("1", ENTER)
        terminal.see("press Enter for my-page.txt.")
        terminal.type(ENTER)
        terminal.see("/my-page.txt.")


def test_typing_replaces_a_number_that_is_changed(content):  # noqa: F811
    with at("amount", content, "--keep-nothing") as terminal:
        terminal.type("review", ENTER)
        terminal.see("Your answers")
        number = terminal.see(re.compile(rb" (\d+)  [^\r\n]* 3 of 5")).group(1).decode()
        terminal.type(number, ENTER)
        terminal.see("> 3")
        terminal.type("5", ENTER)
        terminal.see("5 of 5")
        assert "outside the range" not in terminal.text


def test_after_a_name_that_failed_enter_only_asks_again(content):  # noqa: F811
    with at("form", content, "--keep-nothing") as terminal:
        terminal.type("1", ENTER)
        terminal.see("press Enter for my-page.txt.")
        terminal.type("no/such/folder/a.txt", ENTER)
        terminal.see("Your page was not saved.")
        terminal.see("What should the file be called?")
        terminal.type(ENTER)
        terminal.see("press Enter for my-page.txt.")
        assert terminal.text.count("was not saved") == 1
        terminal.type(ENTER)
        terminal.see("/my-page.txt.")
