"""Runs the mutants of the prover one at a time, and says which of them no test notices.

A mutant is noticed by a golden of which something else is said, by the figures of the content, by a random library on
which the prover and the walker agree without it, by the tests of diagrams and of sums, or by the effort of proofs, which tests
record, because a prover that explores more refuses more. `survivors.txt` lists the mutants that survive, each with
the reason.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

import test_diagrams
import test_sums
from compare import COMPARED, REFUSALS, compare_all
from mutants import FILES, OPERATORS, ROOT, all_mutants, declarations, source

HERE = pathlib.Path(__file__).resolve().parent
SECONDS = 30                                          # for one check; without a mutant none takes one
MOST_SECONDS = 180                                    # for all checks of a mutant

PLAIN = {
    "house.guide": """title: Beforehand
kind: house
subjects: harm of ketamine, driving

? bipolar: Have you ever had bipolar disorder?
  ( ) yes: Yes
  ( ) no: No
  ( ) unsure: I am not sure

# shelf: What would you like to look at?
menu
  => visit
""",
    "guides/visit.guide": "title: A visit\nkind: form\n\n# start: Welcome\nBring someone with you.\n",
    "evidence/claims.guide": """title: Claims
kind: evidence

claim drive-1: Ketamine slows reactions for some hours.
  about: driving
  source: a-study
  certainty: low
  verified: 2026-11-21
""",
    "evidence/sources.json": '[{"id": "a-study", "type": "article-journal", "title": "A study"}]\n',
}


def golden_libraries(kind):
    """The libraries of the goldens of a kind: broken, and as their fixes leave them."""
    for path in sorted((ROOT / "Tests" / "Goldens" / kind).glob("*.golden")):
        sections = re.split(r"^=== (.*)\n", path.read_text(), flags=re.M)[1:]
        files = {name: text for name, text in zip(sections[::2], sections[1::2]) if name != "message"}
        broken = {name: text for name, text in files.items() if not name.startswith("fixed ")}
        fixed = {name[6:]: text for name, text in files.items() if name.startswith("fixed ")}
        yield f"{kind}-{path.stem}", broken
        yield f"{kind}-{path.stem}-fixed", broken | fixed


def environment_for(mutant):
    environment = {k: v for k, v in os.environ.items() if k != "MUTANT"}
    return environment if mutant is None else environment | {"MUTANT": str(mutant.number)}


class Workshop:
    """A copy of the project in which mutants are built and run."""

    def __init__(self, folder, sets):
        self.root = pathlib.Path(folder)
        self.program = self.root / ".build" / "release" / "beforehand"
        for name in ["Package.swift", "Sources", "Content", "Tests"]:
            target = self.root / name
            shutil.rmtree(target, ignore_errors=True)
            self.root.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, target)
        self.libraries = self.root / "libraries"
        shutil.rmtree(self.libraries, ignore_errors=True)
        for kind in ["Unsafe", "Refused", "Kept", "ProofDiagnostics"]:
            for name, files in golden_libraries(kind):
                for path, text in (PLAIN | files).items():
                    (self.libraries / name / path).parent.mkdir(parents=True, exist_ok=True)
                    (self.libraries / name / path).write_text(text)
        self.sets = sets

    # MARK: Building

    def build(self, mutants):
        """Builds the program with these mutants; returns those at whose lines the compiler finds faults."""
        sources = self.root / "Sources" / "GuideProof"
        for file in FILES:
            self.write(sources / f"{file}.swift", source(file, mutants))
        self.write(sources / "Mutants.swift", declarations(mutants))
        output = ""
        for product in ["beforehand", "proof-probe"]:
            command = ["swift", "build", "-c", "release", "--product", product]
            result = subprocess.run(command, cwd=self.root, capture_output=True, text=True)
            output += result.stdout + result.stderr if result.returncode else ""
        faults = {(file, int(line)) for file, line in re.findall(r"GuideProof/([\w+]+)\.swift:(\d+):\d+: error", output)}
        wrong = set()
        for file, line in faults:
            distances = {m.number: abs(m.line - line) for m in mutants if m.file == file}
            nearest = min(distances.values(), default=None)
            wrong.update(number for number, distance in distances.items() if distance == nearest)
        assert not output or wrong, output
        for fault in sorted(set(re.findall(r"GuideProof/([\w+]+\.swift:\d+:\d+: error: .*)", output))):
            print(f"leaving out: {fault}", flush=True)
        return wrong

    @staticmethod
    def write(path, text):
        if not path.exists() or path.read_text() != text:
            path.write_text(text)

    # MARK: Running

    def begin(self):
        """Runs the program without a mutant, which has to agree with the walker."""
        os.environ["BEFOREHAND_PROGRAM"] = str(self.program)
        random_sets = self.libraries / "random"
        counts, differences = compare_all(range(self.sets), self.program, folder=str(random_sets), keep_all=True)
        assert not differences, differences
        goldens = sorted(p for p in self.libraries.iterdir() if p != random_sets)
        slow = [p for p in goldens if "too-entangled" in p.name]
        names = sorted(random_sets.iterdir(), key=lambda p: int(p.name.split("-")[1]))
        libraries = [p for p in goldens if p not in slow] + [self.root / "Content"] + names + slow
        self.expected = [(path, self.said(path, None)) for path in libraries]
        sums = [test_sums.small(), *map(test_sums.large, range(2, 4)), test_sums.huge(), test_sums.edges()]
        asked = [("sums", test_sums.written(sets)) for sets in sums]
        asked += [("diagrams", test_diagrams.asked(test_diagrams.all_stores(seed))) for seed in range(1, 5)]
        self.answers = [(name, text, self.answer(name, text, None)) for name, text in asked]
        return counts

    def answer(self, name, asked, mutant):
        """What the probe answers; tests compare what it answers without a mutant with Z3 and with tables."""
        probe = self.program.with_name("proof-probe")
        try:
            result = subprocess.run([probe, name], input=asked, env=environment_for(mutant), capture_output=True,
                                    text=True, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            return None
        return result.returncode, result.stdout

    def said(self, path, mutant):
        """What the program says of a library: the verdicts with their places, the figures, and the effort.

        Of the goldens it is every word, conversations included, because their tests compare every word.
        """
        is_golden = path.parent == self.libraries
        command = [self.program, "check", path, "--proof"] + ([] if is_golden else ["--json"])
        result = subprocess.run(command, env=environment_for(mutant), capture_output=True, text=True,
                                timeout=SECONDS)
        found = [] if is_golden else json.loads(result.stdout)
        effort = r"\d+ (?:states|steps|nodes)"
        figures = re.sub(effort + r"|[\d.]+ ms", "", result.stderr)
        verdicts = sorted((d["path"], d["line"], d["id"]) for d in found if d["id"] in COMPARED | REFUSALS)
        if is_golden:
            verdicts = re.sub(r"[\d.]+ ms", "", result.stdout)
        return (verdicts, figures), re.findall(effort, result.stderr)

    def noticed(self, mutant):
        """What notices the mutant; nothing if nothing does."""
        end = time.monotonic() + MOST_SECONDS
        for path, expected in self.expected:
            if time.monotonic() > end:
                return "time"
            try:
                found = self.said(path, mutant)
                if found != expected:
                    return f"{'effort' if found[0] == expected[0] else 'verdict'} of {path.name}"
            except (subprocess.TimeoutExpired, json.JSONDecodeError) as error:
                return f"{type(error).__name__} at {path.name}"
        for name, asked, expected in self.answers:
            if self.answer(name, asked, mutant) != expected:
                return name
        return None


def rounds(workshop, mutants):
    """Builds the mutants, as many at once as can be; yields each round's, and those that cannot be built at last."""
    left, is_first = list(mutants), True
    while left:
        chosen, lines, end = [], set(), {}
        for mutant in sorted(left, key=lambda m: (m.file, m.found.start(), m.number)):
            line = (mutant.file, mutant.line)
            if mutant.found.start() >= end.get(mutant.file, 0) and (is_first or line not in lines):
                chosen.append(mutant)
                lines.add(line)
                end[mutant.file] = mutant.found.end()
        tried = {m.number for m in chosen}
        wrong = workshop.build(chosen)
        while wrong:
            chosen = [m for m in chosen if m.number not in wrong]
            if not is_first:                           # it was alone on its line
                left = [m for m in left if m.number not in wrong]
                yield [], [m for m in mutants if m.number in wrong]
            wrong = workshop.build(chosen)
        built = {m.number for m in chosen}
        left = [m for m in left if m.number not in built]
        is_first = False
        yield chosen, []
        assert tried, "no mutant could be tried"


def reasons():
    """Why mutants can survive, by their names: in the file, a reason is followed by its mutants, each set in."""
    found, why = {}, None
    for line in (HERE / "survivors.txt").read_text().splitlines():
        if line.startswith("  "):
            found[line.strip()] = why
        elif line and not line.startswith("#"):
            why = line
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="", help="a regular expression that the names of mutants match")
    parser.add_argument("--sets", type=int, default=400, help="random libraries that look at each mutant")
    parser.add_argument("--scratch", default=str(ROOT / ".build-mutate"))
    options = parser.parse_args()
    mutants = [m for m in all_mutants() if re.search(options.only, m.name)]
    print(f"{len(mutants)} mutants by {len(OPERATORS)} operators in {len(FILES)} files", flush=True)
    workshop = Workshop(options.scratch, options.sets)
    excused, unbuilt, survivors, noticed, by_effort = reasons(), 0, [], 0, 0
    begun = False
    for built, wrong in rounds(workshop, mutants):
        unbuilt += len(wrong)
        for mutant in wrong:
            print(f"{mutant}: cannot be built", flush=True)
        if not built:
            continue
        if not begun:
            print(", ".join(f"{name}: {count}" for name, count in workshop.begin().items()), flush=True)
            begun = True
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for mutant, reason in zip(built, pool.map(workshop.noticed, built)):
                if reason:
                    noticed += 1
                    by_effort += reason.startswith("effort")
                    print(f"{mutant}: {reason}", flush=True)
                else:
                    survivors.append(mutant)
                    print(f"{mutant}: SURVIVED: {excused.get(mutant.name, 'no reason is listed')}", flush=True)
    unexplained = [m for m in survivors if m.name not in excused]
    total = noticed + len(survivors)
    print(f"{noticed} of {total} noticed ({100 * noticed / max(total, 1):.1f} %), {by_effort} of them by effort first; "
          f"{unbuilt} cannot be built")
    print(f"{len(survivors)} survived, {len(unexplained)} of them without a reason")
    sys.exit(1 if unexplained else 0)


if __name__ == "__main__":
    main()
