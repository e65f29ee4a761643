"""The review at the end on a terminal: what comes first on the page, what is taken off it, and the way on."""

import re

import pytest

from prompts import at, content  # noqa: F401, a fixture
from terminal import ENTER

FIRST, ALSO = "What I want to ask first", "What I also want to ask"
COST, WHO, LONG, HELP = (
    "What does it cost?", "Who will be with me?", "How long does a visit take?", "What if it does not help?")


def listed(text, heading):
    """The lines below the last heading with these words, without their numbers and marks."""
    below = text.replace("\r", "").split(f"== {heading} ==\n\n")[-1].split("\n\n")[0]
    return [re.sub(r"^(?:- | *\d+  )", "", line) for line in below.split("\n")]


@pytest.mark.parametrize("typed, first, also", [
    ("6 4", [HELP, WHO], [COST, LONG]), ("3 4 5 6", [COST, WHO, LONG], [HELP]), ("6, and then 4.", [HELP, WHO], [COST, LONG]),
    ("done", [COST, WHO, LONG], [HELP]), ("top 5", [LONG], [COST, WHO, HELP])])
def test_the_questions_that_matter_most_come_first_on_the_page(typed, first, also, content):  # noqa: F811
    with at("matter most", content, "--keep-nothing") as terminal:
        terminal.type(typed, ENTER)
        assert terminal.finish() == 0
        assert listed(terminal.text, FIRST) == first
        assert listed(terminal.text, ALSO) == also


@pytest.mark.parametrize("typed", ["2", "7", "99", "xyz", "not 4", "4 no"])
def test_what_picks_no_question_is_asked_again(typed, content):  # noqa: F811
    with at("matter most", content, "--keep-nothing") as terminal:
        terminal.type(typed, ENTER)
        terminal.see("Type the numbers of up to 3 of your questions")
        terminal.see("> ")
        terminal.type("3", ENTER)
        assert terminal.finish() == 0
        assert listed(terminal.text, FIRST) == [COST]


def test_enter_picks_nothing(content):  # noqa: F811
    with at("matter most", content, "--keep-nothing") as terminal:
        for _ in range(3):
            terminal.type(ENTER)
            terminal.see("Which three questions matter most to you?")
        assert terminal.is_alive


def test_it_is_asked_once_and_not_of_who_has_said_so(content):  # noqa: F811
    with at("matter most", content, "--keep-nothing") as terminal:
        terminal.type("back", ENTER)
        terminal.read_on_to("Save my page in a file")
        terminal.type("top 6", ENTER)
        terminal.see(f"You will ask first: {HELP}")
        terminal.see("> ")
        terminal.type("1", ENTER)
        assert terminal.finish() == 0
        assert terminal.text.count("Which three questions matter most to you?") == 1
        assert listed(terminal.text, FIRST) == [HELP]


def test_what_is_taken_off_is_not_on_the_page_until_it_is_put_back(content):  # noqa: F811
    with at("matter most", content, "--keep-nothing") as terminal:
        terminal.type("back", ENTER)
        terminal.read_on_to("Save my page in a file")
        for typed, said in [
            ("4", f"Taken off your page: To ask: {WHO} To put it back, type 4."),
            ("4", f"Back on your page: To ask: {WHO}"),
            ("off 3 6", f"Taken off your page: To ask: {COST} To put it back, type on 3 6."),
        ]:
            terminal.type(typed, ENTER)
            terminal.see(re.compile(re.escape(said.encode()).replace(rb"\ ", rb"\s+")))
            terminal.see("> ")
        terminal.type("done", ENTER)
        assert terminal.finish() == 0
        page = terminal.text.split("My page for the visit")[-1]
        assert WHO in page and LONG in page and COST not in page and HELP not in page
