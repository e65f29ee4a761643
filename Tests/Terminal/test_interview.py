"""Commands that ask the person who ran them."""

import pathlib
import shutil

import pytest

from terminal import ENTER, Terminal, control

ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture
def content(tmp_path):
    """A copy of the content, to write in."""
    return pathlib.Path(shutil.copytree(ROOT / "Content", tmp_path / "Content"))


def answer(terminal, question, *keys):
    terminal.see(question)
    terminal.see("> ")
    terminal.type(*keys)


def test_sign_asks_who_signed_and_their_role(content):
    command = ["sign", "get-help-now", "--content", str(content)]
    with Terminal(*command, rows=40, timeout=20) as terminal:
        answer(terminal, "Who signed it?", "Jane Roe", ENTER)
        answer(terminal, "What is their role", "psychiatrist", ENTER)
        answer(terminal, "Has Jane Roe read all of it", "perhaps", ENTER)
        answer(terminal, "Type yes or no.", "y", ENTER)
        terminal.see("`get-help-now` was signed by Jane Roe, psychiatrist")
        assert terminal.finish() == 0
    assert "signature get-help-now: Jane Roe" in (content / "signatures.guide").read_text()


def test_control_c_leaves_nothing_behind(content):
    before = sorted(content.rglob("*"))
    with Terminal("new", "--content", str(content), rows=40, timeout=20) as terminal:
        answer(terminal, "What is the guide's title?", "Eye drops", ENTER)
        answer(terminal, "Press Enter for eye-drops.", ENTER)
        answer(terminal, "Who is it for?", control("c"))
        terminal.see("You left, so nothing was written.")
        assert terminal.finish() == 64
    assert sorted(content.rglob("*")) == before
