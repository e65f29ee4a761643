"""Changes the prover in small ways, one at a time, and looks whether the tests notice.

Each mutant is one operator at one place of the prover's source. It is built in a copy, and then noticed by: a build
that fails, a golden whose verdict differs, the oracle, the sums, or the figures of the content. `survivors.txt` lists
the mutants that cannot change a verdict, with the reason.
"""

import argparse
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCES = ROOT / "Sources" / "GuideProof"
HERE = pathlib.Path(__file__).resolve().parent

# What decides verdicts. Counting, costs, and words for authors have tests of their own.
FILES = [
    "AnswerReading", "Beginnings", "Certificate", "ConditionDiagrams", "ConditionDiagrams+Building",
    "DecisionDiagrams", "Explorer", "Explorer+Menus", "Explorer+Parts", "Explorer+Questions", "IntegerConstraints",
    "LibraryMap", "LinearSum", "ProgramSlice", "ProgramSlice+Reading", "PromiseMonitor", "Prover", "Prover+Coverage",
    "Prover+Inductions", "Prover+Promises", "Subroutines", "Suggestions", "SumCells", "WeightedDiagrams",
]

# The operators: what is found, and what it becomes.
OPERATORS = [
    ("equal", r"(?<= )==(?= )", "!="),
    ("unequal", r"(?<= )!=(?= )", "=="),
    ("less", r"(?<= )<(?= )", "<="),
    ("more", r"(?<= )>(?= )", ">="),
    ("at least", r"(?<= )>=(?= )", ">"),
    ("at most", r"(?<= )<=(?= )", "<"),
    ("and", r"(?<= )&&(?= )", "||"),
    ("or", r"(?<= )\|\|(?= )", "&&"),
    ("true", r"\btrue\b", "false"),
    ("false", r"\bfalse\b", "true"),
    ("yes", r"DecisionDiagrams\.yes", "DecisionDiagrams.no"),
    ("no", r"DecisionDiagrams\.no", "DecisionDiagrams.yes"),
    ("both", r"diagrams\.both\(", "diagrams.either("),
    ("either", r"diagrams\.either\(", "diagrams.both("),
    ("opposite", r"diagrams\.opposite\(", "("),
    ("plus one", r"\+ 1\b", "+ 2"),
    ("union", r"\.formUnion\(", ".formIntersection("),
    ("skip", r"\bcontinue\b", "break"),
    ("inside", r"\(inside, outside\)", "(outside, inside)"),
    ("test", r"\bif (?=[a-z!])", "if !"),
]


def mutants():
    """All mutants, in order: their names, and the file with its text."""
    for name in FILES:
        text = (SOURCES / f"{name}.swift").read_text()
        for operator, pattern, replacement in OPERATORS:
            for number, match in enumerate(re.finditer(pattern, text)):
                line = text[text.rfind("\n", 0, match.start()) + 1:text.find("\n", match.start())]
                if line.lstrip().startswith("//"):
                    continue
                place = text.count("\n", 0, match.start()) + 1
                changed = text[:match.start()] + replacement + text[match.end():]
                yield f"{name} {operator} {number}", place, line.strip(), name, changed


def folders(kind):
    """The folders of the goldens of a kind: files, and the ids that their messages have."""
    for path in sorted((ROOT / "Tests" / "Goldens" / kind).glob("*.golden")):
        sections = re.split(r"^=== (.*)\n", path.read_text(), flags=re.M)[1:]
        sections = dict(zip(sections[::2], sections[1::2]))
        message = sections.pop("message", "")
        ids = re.findall(r"^(?:error|warning)\[([\w-]+)\]", message, re.M)
        broken = {name: text for name, text in sections.items() if not name.startswith("fixed ")}
        fixed = dict(broken) | {n[6:]: t for n, t in sections.items() if n.startswith("fixed ")}
        yield path.stem, broken, sorted(ids)
        yield path.stem + " fixed", fixed, []


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


class Workshop:
    """A copy of the project in which mutants are built and run."""

    def __init__(self, scratch):
        self.root = pathlib.Path(scratch)
        self.program = self.root / ".build" / "debug" / "beforehand"
        self.env = dict(os.environ, BEFOREHAND_PROGRAM=str(self.program))
        for name in ["Package.swift", "Sources", "Content", "Tests"]:
            source, target = ROOT / name, self.root / name
            if source.is_dir():
                shutil.rmtree(target, ignore_errors=True)
                shutil.copytree(source, target, symlinks=True)
            else:
                self.root.mkdir(parents=True, exist_ok=True)
                shutil.copy(source, target)
        self.goldens = []
        for kind in ["Unsafe", "ProofDiagnostics"]:
            for name, files, ids in folders(kind):
                if not name.startswith("too-entangled"):
                    self.goldens.append((self.write(f"{kind} {name}", files), ids))
        assert self.build(), "the prover itself cannot be built"
        self.figures = self.content()
        reason = self.noticed()
        assert reason is None, f"without a mutant: {reason}"

    def write(self, name, files):
        folder = self.root / "goldens" / name.replace(" ", "-")
        shutil.rmtree(folder, ignore_errors=True)
        for path, text in (PLAIN | files).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)
        return folder

    def build(self):
        for product in ["beforehand", "sum-probe"]:
            command = ["swift", "build", "--product", product]
            if subprocess.run(command, cwd=self.root, capture_output=True, timeout=900).returncode != 0:
                return False
        return True

    def check(self, *arguments):
        command = [self.program, "check", *arguments]
        return subprocess.run(command, cwd=self.root, capture_output=True, text=True, timeout=60)

    def content(self):
        lines = self.check("--content", "Content", "--proof").stdout.splitlines()
        return [re.sub(r"\d+ states, |, [\d.]+ ms", "", line) for line in lines]

    def noticed(self):
        """What notices that the prover is another; nil if nothing does."""
        try:
            for folder, ids in self.goldens:
                result = self.check(str(folder), "--json")
                found = sorted(d["id"] for d in json.loads(result.stdout or "null") or [])
                if found != ids and set(found) != set(ids):
                    return f"golden {folder.name}"
            if self.content() != self.figures:
                return "content"
            tests = [sys.executable, "-m", "pytest", "-q", "-x", "Tests/Oracle"]
            if subprocess.run(tests, cwd=self.root, env=self.env, capture_output=True, timeout=900).returncode != 0:
                return "oracle"
        except (subprocess.TimeoutExpired, json.JSONDecodeError) as error:
            return type(error).__name__
        return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=100, help="how many mutants, chosen by the seed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scratch", default=str(ROOT / ".build-mutate"))
    options = parser.parse_args()
    chosen = list(mutants())
    print(f"{len(chosen)} mutants by {len(OPERATORS)} operators in {len(FILES)} files", flush=True)
    random.Random(options.seed).shuffle(chosen)
    excused = {}
    for line in (HERE / "survivors.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            name, _, why = line.partition(": ")
            excused[name] = why
    workshop = Workshop(options.scratch)
    noticed, survivors = 0, []
    tried = chosen[:options.count]
    for name, place, line, file, text in tried:
        path = workshop.root / "Sources" / "GuideProof" / f"{file}.swift"
        original = path.read_text()
        path.write_text(text)
        reason = "build" if not workshop.build() else workshop.noticed()
        path.write_text(original)
        noticed += reason is not None
        if reason is None:
            survivors.append(name)
        why = reason or f"SURVIVED{': ' + excused[name] if name in excused else ''}"
        print(f"{name} ({file}.swift:{place}: {line}): {why}", flush=True)
    unexplained = [name for name in survivors if name not in excused]
    print(f"{noticed} of {len(tried)} noticed; {len(survivors)} survived, {len(unexplained)} without a reason")
    sys.exit(1 if unexplained else 0)


if __name__ == "__main__":
    main()
