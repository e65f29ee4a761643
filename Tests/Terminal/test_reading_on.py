"""Reading and answering are different acts: no key answers a question that was not on the screen when it was
typed, pages keep together what belongs together, and no endless line keeps the program from its end.

READING_STREAMS is how many streams of keys are typed; SEED repeats a run."""

import json
import os
import pathlib
import random
import re
import select
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from terminal import ENTER, PROGRAM, PROMPT, Terminal, paste

SEED = int(os.environ.get("SEED", "20261128"))
STREAMS = int(os.environ.get("READING_STREAMS", "40"))
# How many tests share the streams.
SHARES = 4
ROOT = pathlib.Path(__file__).resolve().parents[2] / "Content"
GUIDES = sorted(path.stem for path in (ROOT / "guides").glob("*.guide"))

# Keys typed ahead.

TEXT = "\n\n".join(f"This is the {place} paragraph of this part. Read it before you go on." for place in ["first", "next", "last"])
ASKED = [
    ("drink", "Which drink?", ["Tea", "Coffee"]), ("free", "What is on your mind?", []),
    ("sleep", "Do you sleep well?", ["Yes", "No", "I am not sure"]), ("way", "Which way?", ["Up", "Down", "Along"]),
    ("more", "Anything else?", []), ("food", "Which food?", ["Soup", "Bread"]),
    ("drive", "Do you drive?", ["Yes", "No", "I am not sure"]), ("last", "Which is the last?", ["First", "Last"]),
]
NAMES = {"I am not sure": "unsure"}
CONSENT = ("Do you want this computer to keep your answers?", ["Keep my answers", "Keep nothing"])
MODES = [{}, {"ACCESSIBLE": "1"}, {"TERM": "dumb"}]
SIZES = [(24, 80), (12, 40)]


@pytest.fixture(scope="module")
def asking(tmp_path_factory):
    """A folder with a guide that asks in eight steps."""
    folder = tmp_path_factory.mktemp("Content")
    (folder / "guides").mkdir()
    (folder / "house.guide").write_text("title: House\nkind: house\n\n# shelf: Shelf\nmenu\n  => asking\n")
    steps = ["title: Asking\nkind: form\n"]
    for name, prompt, labels in ASKED:
        options = [f"  ( ) {NAMES.get(label, label.lower())}: {label}" for label in labels] or ["  [text]"]
        steps.append(f"# {name}-part: Part {name}\n{TEXT}\n\n? {name}: {prompt}\n" + "\n".join(options) + "\n")
    (folder / "guides" / "asking.guide").write_text("\n".join(steps))
    return folder


# The words that are typed, which are found again even where nothing is between them.
WORD = re.compile(r"word\d+w|next|one|yes|1", re.IGNORECASE)


def spelled(word, number):
    """A word in one of its spellings in small and capital letters, so that it can be told from others."""
    return "".join(
        letter.upper() if number >> place & 1 else letter for place, letter in enumerate(word))


def some_keys(dice, number):
    """What is typed at once, with the words in it."""
    word = f"word{number}w"
    keys = dice.choice([
        ENTER, ENTER, ENTER, "1", "1", spelled("one", number), spelled("one", number), spelled("next", number),
        spelled("yes", number), spelled("yes", number), word, paste(f"{word} {spelled('one', number)}"),
        paste(f"{spelled('yes', number)}\n1"), f"{spelled('one', number)}\n{word}",
    ])
    burst = keys if isinstance(keys, bytes) else keys.encode()
    return burst if burst == ENTER or dice.random() < 0.1 else burst + ENTER


class Stream:
    """Keys typed without waiting, and the order in which they were sent and anything was written."""

    def __init__(self, number, content, data):
        dice = random.Random(f"{SEED}-{number}")
        rows, columns = SIZES[number // len(MODES) % len(SIZES)]
        place = ["--content", str(content), "--data", str(data)]
        self.number = number
        self.written = bytearray()
        # The words that were sent, each with how much was written before, and soon after.
        self.sent = []
        with Terminal(
                "asking", *place, rows=rows, columns=columns, environment=MODES[number % len(MODES)]) as terminal:
            self.master = terminal.process.child_fd
            try:
                for count in range(90):
                    self.type(some_keys(dice, count))
                    self.read(dice.choice([0, 0.02, 0.08, 0.08]) * dice.random())
                self.read(0.2)
            except OSError:
                pass
        run = [PROGRAM, "journal", "list", "--json", "--data", str(data)]
        listed = json.loads(subprocess.run(run, capture_output=True, timeout=60).stdout or "{}")
        self.events = []
        for session in listed.get("sessions", []):
            run = [PROGRAM, "journal", "show", session["handle"], "--json", "--data", str(data)]
            self.events = json.loads(subprocess.run(run, capture_output=True, timeout=60).stdout)["events"]

    def type(self, keys):
        self.read(0)
        before = len(self.written)
        os.write(self.master, keys)
        # What was written just before the keys were sent may arrive only now.
        self.read(0.001)
        words = WORD.findall(re.sub(rb"\x1b\[20[01]~", b"", keys).decode())
        self.sent.extend((word, before, len(self.written)) for word in words)

    def read(self, seconds):
        """Reads what is written within this time."""
        end = time.monotonic() + seconds
        while select.select([self.master], [], [], max(0, end - time.monotonic()))[0]:
            piece = os.read(self.master, 65536)
            if not piece:
                raise OSError
            self.written += piece

    def faults(self):
        """The recorded answers that were typed before their question was on the screen, and how many were not."""
        # Where each byte of the text without escapes is in what was written.
        pieces = re.split(rb"(\x1b\[[0-9;?]*[ -/]*[@-~])", bytes(self.written))
        text, places, offset = bytearray(), [], 0
        for index, piece in enumerate(pieces):
            if index % 2 == 0:
                text += piece
                places.extend(range(offset, offset + len(piece)))
            offset += len(piece)
        questions = {f"asking/{name}": (prompt, labels) for name, prompt, labels in ASKED}
        faults, right = [], 0
        for event in self.events:
            if event["kind"] == "began":
                (prompt, labels), answers = CONSENT, {"1", "one", "yes"}
            elif event["kind"] == "answered" and ("options" in event or "words" in event):
                prompt, labels = questions[event["question"]]
                chosen = event.get("options", [""])[0]
                answers = {"yes", "1", "one"} if chosen == "yes" else {"1", "one"}
                if "words" in event:
                    answers = {WORD.findall(event["words"])[-1].lower()}
            else:
                continue
            whole = [re.escape(words).replace(r"\ ", r"\s+") for words in [prompt, *labels]]
            shown = re.search(r"(?s).*?".join(whole).replace("(?s)", "").encode(), bytes(text), re.DOTALL)
            if not shown:
                faults.append((self.number, event["kind"], prompt, "was not shown"))
                continue
            # A choice is the last word of its line, after what did not fit.
            last = 0 if "words" in event else -1
            is_typed = self.is_typed_after(bytes(text), places, shown.end(), answers, last)
            right += is_typed
            if not is_typed:
                faults.append((self.number, event["kind"], prompt, "was answered ahead"))
        return faults, right

    def is_typed_after(self, text, places, start, answers, first):
        """Whether the first line after a question that answers it was sent after the question was written."""
        for prompt in PROMPT.finditer(text, start):
            line = text[prompt.end():].split(b"\n")[0]
            words = WORD.findall(line.decode("utf-8", "replace"))
            if words and words[-1].lower() in answers:
                echoed = places[prompt.end() + len(line) - 1]
                return all(
                    any(word == other and before <= echoed and after >= places[start - 1]
                        for other, before, after in self.sent)
                    for word in words[first:])
        return False


@pytest.mark.parametrize("share", range(SHARES))
def test_no_key_answers_a_question_that_was_not_yet_shown(share, asking, tmp_path):
    with ThreadPoolExecutor(min(STREAMS // SHARES, 10) or 1) as pool:
        streams = list(pool.map(
            lambda number: Stream(number, asking, tmp_path / str(number)), range(share, STREAMS, SHARES)))
    results = [stream.faults() for stream in streams]
    faults = [fault for found, _ in results for fault in found]
    assert not faults, f"SEED={SEED}: {faults}"
    # Streams that answer nothing prove nothing.
    assert sum(right for _, right in results) > len(streams) // 4, results


# Pages.

QUESTION = re.compile(r"^ *\?\?? *[\w-]+: (.+)$|^(?:check|weigh) [\w-]+: (.+)$", re.MULTILINE)
PROMPTS_OF_QUESTIONS = {
    " ".join((found[1] or found[2]).split())
    for path in ROOT.rglob("*.guide") for found in QUESTION.finditer(path.read_text()) if "{" not in found[0]}


def walk_through(guide, rows, columns):
    """What is written up to each prompt of a guide whose questions are all skipped, as pages, with the prompts."""
    replies = []
    arguments = [guide] if guide else []
    with Terminal(*arguments, "--keep-nothing", "--content", str(ROOT), rows=rows, columns=columns) as terminal:
        pages, before = [], 0
        terminal.see(PROMPT)
        while True:
            page = terminal.text[before:].replace("\r", "")
            *lines, prompt = page.split("\n")
            pages.append("\n".join(lines))
            if "keep reading" not in prompt:
                replies.append(pages)
                pages = []
            assert len(replies) < 200, "it does not end"
            before = len(terminal.text)
            is_menu = pages == [] and re.search(r"^done  ", replies[-1][-1], re.MULTILINE)
            is_review = pages == [] and "Your answers ==" in "".join(replies[-1])
            terminal.type(ENTER if pages else "done\r" if is_menu else "1\r" if is_review else "skip\r")
            if not terminal.wait_for_prompt():
                return replies
            # The line that was typed.
            before += terminal.text[before:].index("\n") + 1


# What is asked with the numbers that the questions have in the review.
MATTER_MOST = "Which three questions matter most to you?"
NUMBERED = re.compile(r" *\d+  \S")
BULLET = re.compile(r" *[-+•] ")
# A row of a picture of 100 people.
PICTURED = re.compile(r" *[■▒·](?: [■▒·])+$")


def height_of_question(lines):
    """How many lines the question at the end has, with its choices; 0 if there is none."""
    for start in reversed(range(len(lines))):
        text = " ".join(" ".join(lines[start:]).split())
        if any(text.startswith(prompt) for prompt in [*PROMPTS_OF_QUESTIONS, MATTER_MOST]):
            return len(lines) - start
    return 0


def is_too_high(pages, rows):
    """Whether the question at the end is higher than the window, so that it cannot be whole."""
    return height_of_question("\n".join(pages).rstrip().split("\n")) > rows - 2


def faults(pages, rows):
    """What is wrong with the pages of one reply."""
    found = []
    # The answers at the end are a list of any length.
    review = next((place for place, page in enumerate(pages) if "== Your answers ==" in page), len(pages))
    for place, page in enumerate(pages):
        lines = page.strip("\n").split("\n")
        texts = [line for line in lines if line.strip()]
        is_last = place == len(pages) - 1
        if len(lines) > rows - 2 and len(pages) > 1:
            found.append(("higher than the window", page))
        if len(pages) > 1 and len(texts) < 2:
            found.append(("a line alone", page))
        following = "" if is_last else pages[place + 1].strip().split("\n")[0]
        is_lead = texts and texts[-1].endswith(":") and re.match(r" *([-+•]|\d+ ) ", following)
        if not is_last and texts and (re.match(r"== .* ==$", texts[-1]) or is_lead):
            found.append(("a heading or a lead at the end", page))
        if place >= review:
            continue
        if not is_last and any(NUMBERED.match(line) for line in texts):
            found.append(("a choice before a pause", page))
        numbers = [int(line.split()[0]) for line in texts if NUMBERED.match(line)]
        first = numbers[0] if numbers and MATTER_MOST in " ".join(page.split()) else 1
        if is_last and numbers and numbers != list(range(first, first + len(numbers))):
            found.append(("not all choices", page))
    whole, last = (" ".join(text.split()) for text in ("\n".join(pages), pages[-1]))
    if is_too_high(pages, rows):
        return [fault for fault in found if fault[0] not in ("a choice before a pause", "not all choices")]
    asked = [prompt for prompt in PROMPTS_OF_QUESTIONS if prompt in whole]
    if asked and review == len(pages) and not any(prompt in last for prompt in asked):
        found.append(("a question without its words", pages[-1]))
    return found


def indent(line):
    return len(line) - len(line.lstrip())


def is_broken(texts, following):
    """Whether a line at the top of a page goes on with an item of the page before, or a line of a figure."""
    if not indent(following) or NUMBERED.match(following) or BULLET.match(following) or PICTURED.match(following):
        return False
    start = next((line for line in reversed(texts) if indent(line) < indent(following)), "")
    return indent(following) > 2 or bool(BULLET.match(start))


def faults_of_long_lists(pages, rows):
    """What is wrong where the review, a figure, or a question goes on over several pages."""
    found = []
    for page, next_page in zip(pages, pages[1:]):
        texts = [line for line in page.split("\n") if line.strip()]
        following = next((line for line in next_page.split("\n") if line.strip()), "")
        if texts and texts[-1].endswith(":"):
            found.append(("a lead at the end", page))
        # The smallest window has no room for a picture.
        is_picture = rows > 12 and texts and PICTURED.match(texts[-1]) and PICTURED.match(following)
        if is_broken(texts, following) or is_picture:
            found.append(("an item on two pages", f"{page}\n---\n{next_page}"))
        words = " ".join(page.split())
        if any(words.endswith(prompt) for prompt in [*PROMPTS_OF_QUESTIONS, MATTER_MOST]):
            found.append(("a question without any choice", page))
    texts = "\n".join(pages).split("\n")
    numbers = [int(line.split()[0]) for line in texts if NUMBERED.match(line)]
    if "== Your answers ==" in texts and numbers != list(range(1, len(numbers) + 1)):
        found.append(("not all numbers of the review", "\n".join(pages)))
    return found


SIZES_OF_PAGES = pytest.mark.parametrize("rows, columns", [(12, 40), (24, 80), (43, 132)])


@SIZES_OF_PAGES
@pytest.mark.parametrize("guide", [None, *GUIDES])
def test_pages_keep_together_what_belongs_together(guide, rows, columns):
    replies = walk_through(guide, rows, columns)
    found = [fault for pages in replies for fault in faults(pages, rows)]
    assert not found, "\n\n".join(f"{what}:\n{page}" for what, page in found)
    assert guide in (None, "get-help-now") or len(replies) > 3
    assert guide in (None, "get-help-now") or any("== Your answers ==" in page for pages in replies for page in pages)


@SIZES_OF_PAGES
@pytest.mark.parametrize("guide", [None, *GUIDES])
def test_long_lists_break_only_between_their_items(guide, rows, columns):
    found = [fault for pages in walk_through(guide, rows, columns) for fault in faults_of_long_lists(pages, rows)]
    assert not found, "\n\n".join(f"{what}:\n{page}" for what, page in found)


# Lines without an end.


@pytest.mark.parametrize("word", ["1", "", "zzz", "next"])
@pytest.mark.parametrize("guide", [None, *GUIDES])
def test_the_same_line_for_ever_ends_well(guide, word, tmp_path):
    place = [*([guide] if guide else []), "--content", str(ROOT)]
    for choice in [["--keep-nothing"], ["--data", str(tmp_path)]]:
        endless = subprocess.Popen(["yes", word], stdout=subprocess.PIPE)
        run = subprocess.run([PROGRAM, *place, *choice], stdin=endless.stdout, capture_output=True, timeout=30)
        endless.stdout.close()
        endless.wait()
        assert run.returncode == 0, run.stderr
        assert b"The input has ended" not in run.stdout
