"""All that holds at every kind of prompt, once more for whoever sets ACCESSIBLE: a screen reader, or a
line for Braille, is sent words only, and never a sequence that moves the cursor."""

import pytest

import terminal
from test_prompts import *  # noqa: F401, F403, the tests and what they need


@pytest.fixture(autouse=True)
def for_a_screen_reader(monkeypatch):
    """Sets ACCESSIBLE for every program a test starts, and looks at all it wrote."""
    begin, seen = terminal.Terminal.__init__, []

    def begin_accessible(self, *arguments, environment=None, **options):
        begin(self, *arguments, environment={**(environment or {}), "ACCESSIBLE": "1"}, **options)
        seen.append(self)

    monkeypatch.setattr(terminal.Terminal, "__init__", begin_accessible)
    monkeypatch.setenv("ACCESSIBLE", "1")
    yield
    assert not any(b"\x1b" in person.output for person in seen)
