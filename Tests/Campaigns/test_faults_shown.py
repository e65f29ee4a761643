"""Every call of the program to the disk fails, one after the other, while a person answers.

What is shown as taken is kept, what is not kept is asked again, and the sentence says what is wrong with
the disk. Afterwards the journal is sound, and `resume` asks exactly the next question."""

import errno
import re
import shutil

import pytest

from campaign import FAULTS, HANDLE, PROGRAM, Person, fails_at_every_call, run
from test_faults import settled

FULL, CLOSED, FAULTY, BUSY, DAMAGED = (
    "The disk is full.", "The journal's folder cannot be written to.",
    "Something went wrong with the disk.", "Another window or program is saving answers right now.",
    "The journal is damaged.")
ALL = [FULL, CLOSED, FAULTY, BUSY, DAMAGED, "set aside", "do not belong", "later version"]
SENTENCES = {errno.ENOSPC: FULL, errno.EROFS: CLOSED, errno.EPERM: CLOSED}
# Of these calls, and of its index of the log, SQLite does not tell why they failed.
UNTOLD = ["sync", "truncate", "open"]
INDEX = "-shm"


class Sufferer(Person):
    """A person whose disk fails."""

    def kept(self, handle):
        """The words that are kept, in order; None once they are erased."""
        shown = self.at("journal", "show", handle)
        if shown.code == 66 and "was erased" in shown.errors:
            return None
        assert shown.code == 0, shown.errors
        return re.findall(r"Question \d+\? – (.*)", shown.text)

    def judge_late(self, sitting):
        """What is wrong after somebody wished to keep their answers only at the end: all or nothing is.

        Whatever else may be there has been named, with the way to erase it."""
        verified = self.at("journal", "verify")
        wrong = [] if verified.code in (0, 66) else [f"verified {verified.code}: {verified.text}"]
        listed = self.at("journal", "list").text
        there = {name: condition for name, condition in re.findall(r"  (\S+-\d)  (\w+)", listed)}
        named = HANDLE.search(sitting.text)
        if named:
            kept = named.group(1)
            if there.pop(kept, None) != "finished" or self.kept(kept) != ["alpha", "bravo"]:
                wrong.append(f"not kept: {listed}")
        for name in [name for name, condition in there.items() if condition != "erased"]:
            if f"journal erase {name}" not in " ".join(sitting.text.split()):
                wrong.append(f"nobody knows of {name}: {listed}")
            elif self.at("journal", "erase", name).code:
                wrong.append(f"{name} cannot be erased")
        return wrong

    def judge(self, sitting, before, handle, forgets):
        """What is wrong with what a session showed, or with what is on the disk after it."""
        verified = self.at("journal", "verify")
        wrong = [] if verified.code == 0 or (verified.code == 66 and not handle) else [f"verified {verified.code}: {verified.text}{verified.errors}"]
        wrong += [f"set aside: {path.name}" for path in self.data.glob("journal-damaged*")]
        if not handle:
            # Nothing was said to be kept: the next person begins as if nobody had been here.
            begun = self.at("words", "--keep")
            return wrong + ([] if begun.code == 0 and "Question 1?" in begun.text else [begun.errors])
        kept = self.kept(handle)
        if "has forgotten" in sitting.text or kept is None:
            return wrong + ([] if kept is None and forgets else ["not erased"])
        taken, refused = answers(sitting.text)
        shown = [[answer] for answer in before] + taken
        is_right = [answer in right for answer, right in zip(kept, shown + [refused])]
        if len(kept) not in (len(shown), len(shown) + 1) or not all(is_right):
            wrong.append(f"kept {kept}, shown as taken {shown}, refused {refused}")
        again = self.at("resume", handle)
        asked = re.findall(r"Question \d+", again.text)
        if again.code or asked != [f"Question {len(kept) + 1}"]:
            wrong.append(f"resumed at {asked}: {again.errors}")
        return wrong


def answers(text):
    """Of each answer that was shown as taken, what it can be; and those that were refused since the last."""
    taken, refused = [], []
    for typed, shown in re.findall(r"^> (.*)\n((?:(?!> ).*\n)*)", text, re.MULTILINE):
        if "has now been saved" in shown:
            # One that was refused is, and this one was not taken.
            taken.append(refused)
            refused = []
        elif typed in ("forget", "quit"):
            continue
        elif "could not be" in shown:
            refused = refused + [typed]
        else:
            taken.append([typed])
            refused = []
    return taken, refused


def told_wrong(sitting, fault):
    """What is wrong with how a session ended, and with what it said about the disk."""
    call, error = fault.split()[:2]
    codes, right = [0, 73, 74], {SENTENCES.get(int(error), FAULTY)}
    if call in UNTOLD or any(name.endswith(INDEX) for name in sitting.faults):
        right |= {FULL, CLOSED, FAULTY}
    if call == "read":
        # Of what it cannot read, SQLite says that it is damaged; but nothing is set aside for that.
        right.add(DAMAGED)
    if call == "lock":
        # A lock that SQLite cannot have it takes for somebody else's.
        codes.append(75)
        right.add(BUSY)
    said = " ".join((sitting.text + sitting.errors).split())
    wrong = [f"ended {sitting.code}"] if sitting.code not in codes else []
    wrong += [f"said {words}" for words in ALL if words in said and words not in right]
    refusals = said.count("could not be saved.") + said.count("could not be erased.")
    if sum(map(said.count, right)) != refusals + (sitting.code != 0):
        wrong.append("does not say why")
    return wrong


def left_in_the_middle(person):
    """Answers twice, and is gone all at once: the last records are in the log. Returns the handle."""
    with person.talk("words", "--keep") as process:
        process.stdin.write(b"alpha\nbravo\n")
        process.stdin.flush()
        text = ""
        while "Question 3?" not in text:
            text += process.stdout.readline().decode()
        process.kill()
    return HANDLE.search(text).group(1)


@pytest.mark.parametrize("lines", ["begin", "resume", "forget", "late"])
@pytest.mark.parametrize("call", FAULTS)
def test_what_is_shown_as_taken_is_kept(shelf, content, call, lines):
    old = shelf / "old"
    old.mkdir()
    known = None if lines in ("begin", "late") else left_in_the_middle(Person(old / "data", content))
    typed = {
        "begin": "charlie\ndelta\necho\n", "resume": "charlie\ndelta\nquit\nquit\n",
        "forget": "charlie\nforget\nforget\nforget\n", "late": "2\nalpha\nbravo\n1\n1\n2\n"}[lines]
    command = {"begin": ["words", "--keep"], "late": ["few"]}.get(lines, ["resume", known])

    def attempt(fault, number):
        root = shelf / str(number)
        shutil.copytree(old, root)
        person = Sufferer(root / "data", content)
        sitting = person.at(*command, lines=typed, root=root, fault=fault)
        named = HANDLE.search(sitting.text)
        handle = known or (named and named.group(1))
        wrong = told_wrong(sitting, fault) if sitting.is_hit else []
        if lines == "late":
            wrong += person.judge_late(sitting)
        else:
            wrong += person.judge(sitting, ["alpha", "bravo"] if known else [], handle, lines == "forget")
        shutil.rmtree(root)
        return sitting.is_hit, wrong

    settled(call, *fails_at_every_call(call, attempt))


def test_content_that_cannot_be_listed_is_not_taken_for_less(content):
    """What a folder holds after the name that could not be read would never be missed."""
    def attempt(fault, number):
        checked = run([PROGRAM, "check"], root=content, fault=fault, BEFOREHAND_CONTENT=content)
        said = checked.text + checked.errors
        is_told = checked.code in (65, 66) and re.search("(could |can)not be read", said)
        return checked.is_hit, [said] if checked.is_hit and not is_told else []

    settled("list", *fails_at_every_call("list", attempt))
