"""Compares what the program proves with what the walker finds, on random libraries.

    python3 compare.py --seeds 0..1000 [--program PATH] [--folder FOLDER] [--limit STATES]
"""

import argparse
import collections
import json
import os
import re
import shutil
import subprocess
import tempfile
import time
from counter import Counter
from generator import generate
from model import all_conditions, questions_named
from printer import Printer
from walker import TooLarge, Walker

COMPARED = {"broken-promise", "promise-slips", "never-holds", "always-holds", "never-asked-before", "never-reached"}
REFUSALS = {"too-entangled", "too-entangled-promise", "cannot-be-proved", "too-wide-for-routing"}
CONDITION_IDS = {"never-holds", "always-holds", "never-asked-before"}
PROOF = re.compile(r"^([\w-]+): .*?([\d,]+|too many) paths?[\w ]*, (\d+)(?: to (\d+))? questions?", re.M)


class Comparison:
    """One library: what the program says, and what the walker says."""

    def __init__(self, library, folder, program, limit):
        self.library, self.folder, self.limit = library, folder, limit
        self.differences = []
        self.printer = Printer(library)
        self.printer.write(folder)
        self.run(program)

    def run(self, program):
        command = [program, "check", self.folder, "--json", "--proof"]
        result = subprocess.run(command, capture_output=True, text=True, timeout=300)
        self.diagnostics = []
        self.proof = {m[1]: (m[2].replace(",", ""), int(m[3]), int(m[4] or m[3]))
                      for m in PROOF.finditer(result.stderr)}
        try:
            self.diagnostics = json.loads(result.stdout)
        except json.JSONDecodeError:
            self.differ(f"the program ended with {result.returncode} and no JSON: {result.stderr[:300]}")
        self.ids = {d["id"] for d in self.diagnostics}
        self.also_unreached, self.blamed = set(), set()
        self.said = {}                                # by place: the ids, with the titles
        for d in self.diagnostics:
            place = (os.path.relpath(d["path"], self.folder), d["line"])
            self.said.setdefault(place, {}).setdefault(d["id"], []).append(d["title"])
            if d["id"] == "never-reached":            # names further steps, and the conditions that are to blame
                self.also_unreached.update((place[0], n) for n in re.findall("`([^`]+)`", " ".join(d["notes"])))
                for label in d["labels"][1:]:
                    self.blamed.add((os.path.relpath(label["path"], self.folder), label["line"]))

    def wrong_ids(self):
        return self.ids - COMPARED - REFUSALS

    def refusals(self):
        return self.ids & REFUSALS

    def differ(self, words):
        self.differences.append(words)

    def compare(self):
        self.walker = Walker(self.library, self.limit)
        self.walker.walk()
        if "too-wide-for-routing" in self.ids:
            return
        self.compare_promises()
        if "too-entangled" in self.ids:
            return
        self.compare_conditions()
        self.compare_counts()

    # MARK: Promises

    def compare_promises(self):
        for owner in self.library.guides + [self.library.shelf]:
            for promise in owner.promises:
                self.compare_promise(owner, promise)

    def compare_promise(self, owner, promise):
        said = self.said.get(self.printer.places[id(promise)], {})
        if said.keys() & REFUSALS:
            return
        guides = self.library.guides if owner is self.library.shelf else [owner]
        broken = [g.name for g in guides if (id(promise), g.name) in self.walker.broken]
        slipping = [g.name for g in guides if (id(promise), g.name) in self.walker.slipping]
        where = ":".join(map(str, self.printer.places[id(promise)]))
        for title in said.get("broken-promise", []):
            if not any(f"`{name}`" in title for name in broken):
                self.differ(f"{where} broken-promise is wrong: {title}; walker: {broken or 'kept'}")
        if broken and "broken-promise" not in said:
            witness = self.walker.broken[(id(promise), broken[0])]
            self.differ(f"{where} is broken by {broken}, and not reported: {self.walker.conversation(witness)}")
        if slipping and not broken and "promise-slips" not in said:
            witness = self.walker.slipping[(id(promise), slipping[0])]
            self.differ(f"{where} slips in {slipping}, and is not reported: {self.walker.conversation(witness)}")
        if "promise-slips" in said and not slipping:
            self.differ(f"{where} promise-slips is wrong")

    # MARK: Conditions and steps

    def compare_conditions(self):
        promised = {id(p.condition) for g in self.library.guides + [self.library.shelf] for p in g.promises}
        reported_files = set()
        for condition in all_conditions(self.library):
            place = self.printer.places[id(condition)]
            said = self.said.get(place, {}).keys() & CONDITION_IDS
            if said:
                reported_files.add(place[0])
            if id(condition) in promised or self.said.get(place, {}).keys() & REFUSALS:
                continue
            expected = self.expected(condition)
            if said != expected and not (place in self.blamed and not said):
                been = self.walker.conditions.get(id(condition), {})
                shown = {is_true: self.walker.conversation(witness) for is_true, witness in been.items()}
                self.differ(f"{place[0]}:{place[1]} condition: {sorted(said)}, expected {sorted(expected)}: {shown}")
        for guide in self.library.guides + [self.library.shelf]:
            for step in guide.steps:
                for part in [step] + step.topics:
                    place = self.printer.places[id(part)]
                    is_said = "never-reached" in self.said.get(place, {}) or (place[0], part.name) in self.also_unreached
                    is_missing = part.name not in self.walker.reached
                    if is_said and not is_missing or is_missing and not is_said and place[0] not in reported_files:
                        self.differ(f"{place[0]}:{place[1]} never-reached is {'wrong' if is_said else 'missing'}")

    def expected(self, condition):
        been = self.walker.conditions.get(id(condition), {})
        if len(been) != 1:
            return set()
        asked = self.walker.asked_before.get(id(condition), set())
        if questions_named(self.library, condition) - asked:
            return {"never-asked-before"}
        return {"always-holds"} if True in been else {"never-holds"}

    # MARK: Counts

    def compare_counts(self):
        for guide in self.library.guides:
            if guide.name not in self.proof:
                self.differ(f"{guide.name} has no proof")
                continue
            counter = Counter(self.library, self.limit)
            paths, least, most = counter.count(guide.name)
            said = self.proof[guide.name]
            if said[1:] != (least, most):
                self.differ(f"{guide.name}: questions {said[1:]}, walker {(least, most)}")
            if not counter.has_numbers(guide.name) and said[0] not in (str(paths), "too many"):
                self.differ(f"{guide.name}: paths {said[0]}, walker {paths}")


def compare_all(seeds, program, limit=20000, is_flat=False, folder=None, tell=print, keep_all=False):
    """Compares the libraries of some seeds; returns what was counted, and the differences."""
    keep = folder or tempfile.mkdtemp(prefix="oracle-")
    counts, differences = collections.Counter(), []
    for seed in seeds:
        folder = os.path.join(keep, f"seed-{seed}")
        comparison = Comparison(generate(seed, is_flat), folder, program, limit)
        if comparison.wrong_ids():
            counts["with a wrong script"] += 1
            shutil.rmtree(folder)
            continue
        try:
            comparison.compare()
        except TooLarge:
            counts["too large"] += 1
            shutil.rmtree(folder)
            continue
        counts["compared"] += 1
        counts["refused"] += bool(comparison.refusals())
        counts["states"] += comparison.walker.states
        counts["broken promises"] += len(comparison.walker.broken)
        counts["slipping promises"] += len(comparison.walker.slipping)
        for words in comparison.differences:
            differences.append(f"seed {seed} {folder}: {words}")
            tell(differences[-1])
        if not comparison.differences and not keep_all:
            shutil.rmtree(folder)
    return counts, differences


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", default="0..200")
    parser.add_argument("--program", default=os.environ.get("BEFOREHAND_PROGRAM", ".build/release/beforehand"))
    parser.add_argument("--folder", default=None, help="where to keep the libraries that differ")
    parser.add_argument("--limit", type=int, default=20000)
    parser.add_argument("--flat", action="store_true", help="only libraries without visits of visits")
    options = parser.parse_args()
    first, last = map(int, options.seeds.split(".."))
    start = time.time()
    counts, differences = compare_all(
        range(first, last), options.program, options.limit, options.flat, options.folder)
    print(", ".join(f"{name}: {count}" for name, count in counts.items()))
    print(f"differences: {len(differences)}, seconds: {time.time() - start:.1f}")


if __name__ == "__main__":
    main()
