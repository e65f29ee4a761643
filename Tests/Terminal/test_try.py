"""Trying a guide while it is being written."""

import os
import pathlib
import shutil

import pytest

from terminal import ENTER, Terminal

ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture
def content(tmp_path):
    """A copy of the content, to write in."""
    return pathlib.Path(shutil.copytree(ROOT / "Content", tmp_path / "Content"))


def change(path, old, new):
    """Saves a file as an editor does: another file in its place."""
    text = path.read_text()
    assert old in text
    other = path.with_name(".other")
    other.write_text(text.replace(old, new, 1))
    os.replace(other, path)


def test_what_is_saved_is_read_in_the_same_place(content):
    guide = content / "guides" / "what-to-expect.guide"
    with Terminal("try", "what-to-expect", "--content", str(content), rows=50, timeout=20) as terminal:
        terminal.see("About twenty minutes")
        terminal.type("1", ENTER)
        terminal.see("I am not sure")
        terminal.see("> ")
        change(guide, "About seven minutes", "About 7 minutes")
        terminal.type(":values", ENTER)
        terminal.see("The text has changed")
        terminal.see("Asked again because the wording has changed: time")
        terminal.see("About 7 minutes")
        terminal.see("No answers yet.")
        terminal.see("> ")
        # Nobody answers what they have not read.
        change(guide, "About 7 minutes", "Some seven minutes")
        terminal.type("1", ENTER)
        terminal.see("Some seven minutes")
        terminal.see("> ")
        terminal.type("1", ENTER)
        terminal.see("I am not sure")
