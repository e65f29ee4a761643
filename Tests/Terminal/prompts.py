"""Every kind of prompt the program has, and how a person gets there."""

import os
import re
import tempfile

import pytest

from terminal import CALM, ENTER, PROMPT, Terminal, control

HOUSE = """\
title: House
kind: house

# shelf: What would you like to look at?
menu
  => kinds
  => others
  => asks
"""

KINDS = """\
title: Kinds
kind: form

# one: One
? drink: Which drink?
  ( ) tea: Tea
  ( ) coffee: Coffee

? food: Which food?
  [ ] soup: Soup
  [ ] bread: Bread

? count: How many?
  [number 0 to 10]

? free: What is on your mind?
  [text]

? more: Anything else?
  [text]

# two: Two
First line.

Second line.

Third line.

Fourth line.

Fifth line.

Sixth line.

Seventh line.

Eighth line.

Last line.

? last: The last one?
  ( ) up: Up
  ( ) down: Down
"""

OTHERS = """\
title: Others
kind: form

# three: Three
check drive: When may you drive?
  ( ) now: At once
  (x) later: The next day
  again: You can feel awake and still react slowly.

weigh: How much does each of these matter to you?
  clear: A clear memory
  few: Fewer visits

? price: What is one visit?
  [amount 0 to 5000]
"""

ASKS = """\
title: Asks
kind: form

# four: Four
ask: What does it cost?
ask: Who will be with me?
ask: How long does a visit take?
ask: What if it does not help?

? late: When could you come?
  ( ) morning: In the morning
  ( ) evening: In the evening
"""

# What to type to get to each prompt, and text on the screen then.
PROMPTS = {
    "menu": ([], "2  Others"),
    "choice": (["1"], "2  Coffee"),
    "ticks": (["1", "1"], "2  Bread"),
    "number": (["1", "1", "skip"], "from 0 to 10"),
    "text": (["1", "1", "skip", "3"], "in your own words"),
    "pause": (["1", "1", "pause"], "Take your time"),
    "confirmation": (["1", "1", "forget"], "once more"),
    "review": (["1", "1", "review"], "Your answers"),
    "read on": (["1", "1", "skip", "3", "x", "y"], "First line."),
    "check": (["2"], "2  The next day"),
    "weigh": (["2", "2"], "from 0 to 5"),
    "amount": (["2", "2", "3", "4"], "from 0 to 5,000"),
    "change": (["1", "1", "change 2"], "Type same to keep it"),
    "last review": (["2", "2", "3", "4", "9", "done"], "What is one visit? – 9"),
    "words or command": (["1", "1", "skip", "3", "back"], "It is my answer"),
    "keeping": ([], "2  Keep nothing"),
    "keeping again": (["2", "2", "2", "3", "4", "9", "done", "1"], "answers after all?"),
    "keeping now": (["1", "1", "keep"], "2  Keep nothing"),
    "leaving": (["2", "2", "3", "4", "quit"], "3  Leave now"),
    "matter most": (["3", "1", "done", "1"], "done for the first three"),
    "form": (["1", "1", "save"], "4  Do not save it"),
    "file name": (["1", "1", "save", "1"], "press Enter for my-page.txt."),
}
# The prompts of somebody who has not said what is to happen to their answers, or that nothing is kept.
OF_KEEPING = ["keeping", "keeping again"]
# The prompts of somebody whose answers are not kept.
NOT_KEPT = [*OF_KEEPING, "keeping now", "leaving"]
# As many rows as every screen needs but one, which makes a pause.
ROWS = 20
MORE_ROWS = {"matter most": 50}


@pytest.fixture(scope="session")
def content(tmp_path_factory):
    """A folder with a guide that asks in every way."""
    folder = tmp_path_factory.mktemp("Content")
    (folder / "guides").mkdir()
    (folder / "house.guide").write_text(HOUSE)
    (folder / "guides" / "kinds.guide").write_text(KINDS)
    (folder / "guides" / "others.guide").write_text(OTHERS)
    (folder / "guides" / "asks.guide").write_text(ASKS)
    return folder


def at(prompt, content, *arguments, rows=ROWS, preexec_fn=None, **options):
    """A person at a prompt of this kind, in an empty folder."""
    if prompt in OF_KEEPING:
        arguments = [each for each in arguments if each != "--keep-nothing"]
    folder = tempfile.TemporaryDirectory()

    def prepare():
        os.chdir(folder.name)
        if preexec_fn:
            preexec_fn()

    terminal = Terminal(
        "--content", str(content), *arguments, rows=max(rows, MORE_ROWS.get(prompt, 0)), timeout=5,
        preexec_fn=prepare, **options)
    # The folder is there as long as the terminal.
    terminal.folder = folder
    typed, words = PROMPTS[prompt]
    if typed:
        terminal.see(PROMPT)
    for line in typed:
        terminal.type(line, ENTER)
    terminal.read_on_to(words)
    if prompt == "file name":
        # There is a name in the line already.
        terminal.see("my-page.txt")
        terminal.type(control("u"))
        terminal.see(re.compile(rb"> |\x08$"))
    return terminal


def answers(terminal, asked):
    """Answers the questions that may follow, each by what it asks, until the program ends."""
    ended = rb"If you need help later|Your answers are (?:kept|erased)|Nothing was kept"
    words = re.compile(b"|".join(re.escape(words.encode()) for words in asked) + rb"|" + ended)
    while (said := terminal.see(words).group().decode()) in asked:
        terminal.type(asked[said], ENTER)


def leave(terminal):
    """Types quit, and says that it was meant so wherever the program asks."""
    terminal.type(CALM, "quit", ENTER)
    answers(terminal, {"It is my answer": "2", "Leave now": "3"})


def forget(terminal):
    """Types forget, and says that it was meant so wherever the program asks."""
    terminal.type(CALM, "forget", ENTER)
    answers(terminal, {"It is my answer": "2", "once more": "forget", "End here": "2"})


def handle(terminal):
    """The handle the answers are kept under."""
    return re.search(r"\b(?:as|name\s+is)\s+([a-z]+-[a-z]+-\d)", terminal.text).group(1)
