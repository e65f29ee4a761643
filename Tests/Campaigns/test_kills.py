"""The program is killed at a random moment, again and again, while a person answers.

Of what was typed, all that was followed by any output is kept; the journal is sound each time; and
`resume` asks exactly the question that comes next."""

import concurrent.futures
import os
import random
import re
import shutil
import time

from campaign import HANDLE, LONG, Person

KILLS = int(os.environ.get("KILLS", 10_000 if LONG else 500))
# How often in one folder, and how many answers in one session, before it is left for a new one.
IN_FOLDER, IN_SESSION = 10, 40


class Session:
    """What a person did in a session, as far as the program showed that it went on from there."""

    def __init__(self):
        self.handle = None
        self.taken = []
        # What was just being taken when the program was killed: it may be kept or not.
        self.pending = []

    def hear(self, text):
        """Takes in what a run of the program wrote; returns what is wrong with it."""
        named = HANDLE.search(text)
        self.handle = self.handle or (named and named.group(1))
        asked = re.search(r"Question (\d+)\?", text)
        if not asked:
            return []
        can = [done for done in (self.taken, self.taken + self.pending)
               if int(asked.group(1)) == 1 + sum(-1 if line == "back" else 1 for line in done)]
        if not can:
            return [f"{asked.group()} after {self.taken}, and perhaps {self.pending}"]
        echoes = list(re.finditer(r"^> (.*)\n", text, re.MULTILINE))
        lines = [echo.group(1) for echo in echoes]
        # What is written after a line says that it is kept.
        sure = len(lines) if echoes and echoes[-1].end() < len(text) else max(len(lines) - 1, 0)
        self.taken, self.pending = can[0] + lines[:sure], lines[sure:]
        return []

    def lost(self, person):
        """What the journal does not hold of it, or holds beside it."""
        shown = person.at("journal", "show", self.handle)
        kept = re.findall(r"Question \d+\? – (\w+)|went (back)", shown.text)
        kept = [word or back for word, back in kept]
        is_kept = kept in (self.taken, self.taken + self.pending)
        return [] if is_kept else [f"kept {kept} of {self.taken}, and perhaps {self.pending}"]


class Killer:
    """Begins and resumes sessions in one folder, and kills the program each time."""

    # About as long as the program takes for all that is typed; all folders learn it together.
    span = 0.2

    def __init__(self, data, content, seed):
        self.person = Person(data, content)
        self.dice = random.Random(seed)
        self.sessions = []
        self.words = 0
        self.in_time = 0

    def typed(self):
        """Some lines: words, each of them once, and ways back."""
        lines = []
        for _ in range(12):
            goes_back = lines and lines[-1] != "back" and self.dice.random() < 0.2
            self.words += not goes_back
            lines.append("back" if goes_back else f"word{self.words}")
        return lines

    def kill_once(self):
        """Returns what is wrong afterwards."""
        if not self.sessions or not self.sessions[-1].handle or len(self.sessions[-1].taken) > IN_SESSION:
            self.sessions.append(Session())
        session = self.sessions[-1]
        command = ["resume", session.handle] if session.handle else ["words", "--keep"]
        lines = self.typed()
        with self.person.talk(*command) as process:
            process.stdin.write("".join(f"{line}\n" for line in lines).encode())
            process.stdin.flush()
            time.sleep(self.dice.uniform(0, self.span))
            process.kill()
            text = process.stdout.read().decode()
        wrong = session.hear(text) + ([] if process.returncode == -9 else [f"ended {process.returncode}"])
        is_done = session.taken[-1:] == lines[-1:]
        self.in_time += not is_done
        Killer.span *= 0.97 if is_done else 1.01
        verified = self.person.at("journal", "verify")
        is_sound = verified.code == 0 or (verified.code == 66 and not any(s.handle for s in self.sessions))
        return wrong + ([] if is_sound else [f"verified {verified.code}: {verified.text}{verified.errors}"])

    def run(self, times):
        """Kills it so many times; returns how often it was still busy, how often a line was just
        being taken, and what was wrong."""
        wrong, pending = [], 0
        for _ in range(times):
            wrong += self.kill_once()
            pending += bool(self.sessions[-1].pending)
        for session in self.sessions:
            wrong += session.lost(self.person) if session.handle else []
        return self.in_time, pending, wrong


def test_nothing_that_was_shown_as_taken_is_lost(tmp_path, content):
    def attempt(number):
        data = tmp_path / str(number)
        found = Killer(data, content, number).run(IN_FOLDER)
        shutil.rmtree(data, ignore_errors=True)
        return found

    with concurrent.futures.ThreadPoolExecutor(2 * os.cpu_count()) as workers:
        found = list(workers.map(attempt, range(-(-KILLS // IN_FOLDER))))
    in_time, pending, wrong = (sum(column, start) for column, start in zip(zip(*found), (0, 0, [])))
    print(f"kills {KILLS} busy {in_time} taking-a-line {pending} wrong {len(wrong)}")
    assert not wrong, "\n".join(wrong[:20])
    assert in_time > KILLS / 3 and pending


def test_an_answer_that_is_lost_is_found_out(tmp_path, content):
    """If it were not found out that a journal is put back to an older copy, nothing else here would
    mean anything."""
    data, older = tmp_path / "data", tmp_path / "older"
    killer = Killer(data, content, 7)
    while not killer.sessions or not killer.sessions[-1].taken:
        assert killer.kill_once() == []
    session = killer.sessions[-1]
    shutil.copytree(data, older)
    before = len(session.taken)
    while len(session.taken) < before + 3:
        assert killer.kill_once() == []
    shutil.rmtree(data)
    older.rename(data)
    assert session.lost(killer.person)
    found = []
    while not found:
        found = killer.kill_once()
    assert "Question" in found[0]
