"""A person who starts a guide that they left unfinished, on a terminal."""

import pytest

from terminal import ENTER, Terminal

ASKED = "If that was you, would you like to go on?"
KEEPING = "Do you want this computer to keep your answers?"


@pytest.fixture
def environment(tmp_path):
    """A data folder with a session that was left at its second question."""
    environment = {"BEFOREHAND_DATA": str(tmp_path / "data")}
    with Terminal("cost-and-insurance", "--keep", environment=environment, rows=50) as terminal:
        terminal.read_on_to("How much time do you have?")
        terminal.type("1", ENTER)
        terminal.read_on_to("Have you or a close relative")
        terminal.type("quit", ENTER)
        assert terminal.finish() == 0
    return environment


def test_going_on_leads_to_the_question_that_was_left(environment):
    with Terminal("cost-and-insurance", environment=environment, rows=50) as terminal:
        terminal.see(ASKED)
        assert KEEPING not in terminal.text
        terminal.type("1", ENTER)
        terminal.read_on_to("Have you or a close relative")
        terminal.type("2", ENTER)
        terminal.see("> ")
        terminal.type("review", ENTER)
        terminal.read_on_to("How much time do you have? – About seven")
        terminal.type("quit", ENTER)
        assert terminal.finish() == 0


def test_help_works_at_the_question_and_starting_new_leaves_what_was_kept(environment):
    with Terminal("cost-and-insurance", environment=environment, rows=50) as terminal:
        terminal.see(ASKED)
        terminal.type("help", ENTER)
        terminal.see("988")
        terminal.type("2", ENTER)
        terminal.see(KEEPING)
        terminal.type("2", ENTER)
        terminal.read_on_to("How much time do you have?")
        terminal.type("quit", ENTER)
        assert terminal.finish() == 0
    with Terminal("resume", environment=environment, rows=50) as terminal:
        terminal.read_on_to("Have you or a close relative")
        assert ASKED not in terminal.text


@pytest.mark.parametrize("arguments", [["what-to-expect"], [], ["cost-and-insurance", "--keep-nothing"]])
def test_nobody_else_is_asked(arguments, environment):
    with Terminal(*arguments, environment=environment, rows=50) as terminal:
        terminal.see("> ")
        assert ASKED not in terminal.text
