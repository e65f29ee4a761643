"""The mutants of the prover: small changes, all built into one program that runs the one it is told to.

A place in the source becomes a choice between what it says and its mutant: `a < b` becomes `a <⊕⊗ b`, an operator of
its own that is `>=` in the run whose mutant it is, and `<` in all others. So hundreds of mutants cost one build.
"""

import collections
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCES = ROOT / "Sources" / "GuideProof"

# What decides verdicts. Counting, costs, and words for authors have tests of their own.
FILES = [
    "AnswerReading", "Beginnings", "Certificate", "ConditionDiagrams", "ConditionDiagrams+Building",
    "DecisionDiagrams", "Explorer", "Explorer+Menus", "Explorer+Parts", "Explorer+Questions", "IntegerConstraints",
    "LibraryMap", "LinearSum", "ProgramSlice", "ProgramSlice+Reading", "PromiseMonitor", "Prover", "Prover+Coverage",
    "Prover+Inductions", "Prover+Promises", "Subroutines", "Suggestions", "SumCells", "WeightedDiagrams",
]

# Comparisons: what is in the source, and what the mutant does: each is turned around, because a bound that is one more
# or less often decides nothing. The order in which different things are sorted is left out.
COMPARISONS = {"==": "!=", "!=": "==", "<": ">=", ">": "<=", ">=": "<", "<=": ">"}
ORDER = re.compile(r"\$0\S* < \$1|Precedes|sorted")
LOGIC = {"&&": "||", "||": "&&"}
CALLS = {"both": "either", "either": "both", "opposite": "opposite"}


def symbol(number):
    """Two characters that make an operator of its own for each mutant."""
    return chr(0x2200 + number // 250) + chr(0x2200 + number % 250)


def chosen(number, mutated, original):
    return f"(activeMutant == {number} ? {mutated} : {original})"


# The operators: their names, what they find, and what stands there then.
OPERATORS = [
    ("comparison", r"(?<= )(==|!=|<=|>=|<|>)(?= )", lambda n, m: m[1] + symbol(n)),
    ("logic", r"(?<= )(&&|\|\|)(?= )", lambda n, m: m[1] + symbol(n)),
    ("opposite", r"(?<=[ (])!(?=[a-zA-Z(])", lambda n, m: "!" + symbol(n)),
    ("test", r"\b(if|guard) (?=[a-z][\w.]*(?:\[[^\]]*\])?(?:\([^()]*\))?(?: \{|,| else))(?!let |var |case )",
     lambda n, m: f"{m[1]} ¬{symbol(n)}"),
    ("truth", r"(?<!case )(?<!while )\b(?:true|false)\b", lambda n, m: f"mutated({n}, {m[0]})"),
    ("leaf", r"DecisionDiagrams\.(yes|no)\b", lambda n, m: chosen(
        n, "DecisionDiagrams." + {"yes": "no", "no": "yes"}[m[1]], m[0])),
    ("call", r"diagrams\.(both|either|opposite)\(", lambda n, m: f"diagrams.{m[1]}{n}("),
    ("one more", r"(?<=[+-] )1\b", lambda n, m: chosen(n, "2", "1")),
    ("union", r"\.formUnion\(", lambda n, m: f".formUnion{n}("),
    ("skip", r"\bcontinue\b( [a-z]\w*)?", lambda n, m: f"if activeMutant == {n} {{ break{m[1] or ''} }}; {m[0]}"),
    ("sides", r"(let \(inside, outside\) = )(.*)$", lambda n, m: f"{m[1]}turned({n}, {m[2]})"),
    ("nothing", r"(?<=^  )    (\w[\w.]*\.(?:insert|append|formUnion|subtract|remove)\(.*\))$",
     lambda n, m: f"    if activeMutant != {n} {{ {m[1]} }}"),
]


class Mutant:
    """One operator at one place."""

    def __init__(self, number, file, operator, name, match, line, write):
        self.number, self.file, self.operator, self.name, self.line = number, file, operator, name, line
        self.found = match
        self.written = write(number, match)

    def __str__(self):
        return f"{self.name} (line {self.line})"


def all_mutants():
    """All mutants; the name of one says what stands in its line, so that it keeps when lines move."""
    mutants = []
    names = collections.Counter()
    for file in FILES:
        text = (SOURCES / f"{file}.swift").read_text()
        for operator, pattern, write in OPERATORS:
            for match in re.finditer(pattern, text, re.M):
                start = text.rfind("\n", 0, match.start()) + 1
                line = text[start:text.find("\n", match.start())].strip()
                if line.startswith("//") or "infix operator" in line:
                    continue
                if operator == "comparison" and ORDER.search(line):
                    continue
                number = text.count("\n", 0, match.start()) + 1
                name = f"{file}: {line} [{operator}]"
                names[name] += 1
                name = name if names[name] == 1 else f"{name[:-1]} {names[name]}]"
                mutants.append(Mutant(len(mutants), file, operator, name, match, number, write))
    return mutants


def source(file, mutants):
    """The text of a file with some mutants in it."""
    text = (SOURCES / f"{file}.swift").read_text()
    for mutant in sorted((m for m in mutants if m.file == file), key=lambda m: -m.found.start()):
        text = text[:mutant.found.start()] + mutant.written + text[mutant.found.end():]
    return text


PREAMBLE = """
import Glibc

let activeMutant = unsafe getenv("MUTANT").flatMap { unsafe Int(String(cString: $0)) } ?? -1
@inline(never) func mutated(_ number: Int, _ truth: Bool) -> Bool { (activeMutant == number) != truth }
@inline(never) func turned<T>(_ number: Int, _ pair: (T, T)) -> (T, T) {
  activeMutant == number ? (pair.1, pair.0) : pair
}
"""

COMPARING = """
infix operator {op}: ComparisonPrecedence
@inline(never) func {op}<T: {kind}>(_ a: T, _ b: T) -> Bool {{ activeMutant == {n} ? a {mutant} b : a {old} b }}
@inline(never) func {op}<T: {kind}, U: {kind}>(_ a: (T, U), _ b: (T, U)) -> Bool {{
  activeMutant == {n} ? a {mutant} b : a {old} b
}}
"""

COMPARING_NIL = """
@inline(never) func {op}<T>(_ a: T?, _ b: _OptionalNilComparisonType) -> Bool {{
  activeMutant == {n} ? a {mutant} b : a {old} b
}}
"""

JOINING = """
infix operator {op}: {precedence}
@inline(never) func {op}(_ a: Bool, _ b: @autoclosure () throws -> Bool) rethrows -> Bool {{
  if activeMutant == {n} {{ try a {mutant} b() }} else {{ try a {old} b() }}
}}
"""

TURNING = """
prefix operator {op}
@inline(never) prefix func {op}(_ a: Bool) -> Bool {{ (activeMutant == {n}) {sign} a }}
"""

CALLING = """
extension DecisionDiagrams {{
  mutating func {name}{n}(_ a: Int, _ b: Int) -> Int {{ activeMutant == {n} ? {mutant}(a, b) : {name}(a, b) }}
}}
"""

OPPOSING = """
extension DecisionDiagrams {{
  mutating func opposite{n}(_ a: Int) -> Int {{ activeMutant == {n} ? a : opposite(a) }}
}}
"""

UNITING = """
extension SetAlgebra {{
  mutating func formUnion{n}(_ other: Self) {{
    if activeMutant == {n} {{ formIntersection(other) }} else {{ formUnion(other) }}
  }}
}}
extension Set {{
  mutating func formUnion{n}<S: Sequence>(_ other: S) where S.Element == Element {{
    if activeMutant == {n} {{ formIntersection(other) }} else {{ formUnion(other) }}
  }}
}}
"""


def declarations(mutants):
    """The operators and functions that the mutants call."""
    text = PREAMBLE
    for mutant in mutants:
        n, op, found = mutant.number, mutant.written, mutant.found
        if mutant.operator == "comparison":
            kind = "Equatable" if found[1] in ("==", "!=") else "Comparable"
            form = COMPARING + (COMPARING_NIL if kind == "Equatable" else "")
            text += form.format(op=op, n=n, kind=kind, old=found[1], mutant=COMPARISONS[found[1]])
        elif mutant.operator == "logic":
            precedence = {"&&": "LogicalConjunctionPrecedence", "||": "LogicalDisjunctionPrecedence"}[found[1]]
            text += JOINING.format(op=op, n=n, precedence=precedence, old=found[1], mutant=LOGIC[found[1]])
        elif mutant.operator == "opposite":
            text += TURNING.format(op=op, n=n, sign="==")
        elif mutant.operator == "test":
            text += TURNING.format(op=op[len(found[0]):], n=n, sign="!=")
        elif mutant.operator == "call":
            form = OPPOSING if found[1] == "opposite" else CALLING
            text += form.format(name=found[1], n=n, mutant=CALLS[found[1]])
        elif mutant.operator == "union":
            text += UNITING.format(n=n)
    return text
