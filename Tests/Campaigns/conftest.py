"""Where the campaigns keep their files, and a guide to answer."""

import os
import pathlib
import tempfile

import pytest


@pytest.fixture
def shelf():
    """A folder in memory, where it is there: a disk that is made to fail need not be a slow one."""
    memory = pathlib.Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield pathlib.Path(folder)


@pytest.fixture
def content(tmp_path):
    """A guide of many questions that any words answer, and one of few."""
    guides = tmp_path / "content" / "guides"
    guides.mkdir(parents=True)
    (tmp_path / "content" / "house.guide").write_text(
        "title: House\nkind: house\n\n# shelf: Guides\nmenu\n  => words\n  => few\n")
    for name, count in [("words", 60), ("few", 2)]:
        questions = "\n".join(f"? q{place}: Question {place}?\n  [text]\n" for place in range(1, count + 1))
        (guides / f"{name}.guide").write_text(f"title: {name}\nkind: form\n\n# one: One\n{questions}")
    return tmp_path / "content"
