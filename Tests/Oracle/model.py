"""A small model of content folders: what guides ask, show, and promise.

It knows the definitions and nothing else. Names are unique in the whole library, so a name is a key.
"""

from dataclasses import dataclass, field
from itertools import product
from typing import Optional

SKIPPED = "skipped"      # an answer: the person would rather not say
NOT_ASKED = None         # no answer yet
ASKED = "asked"          # an answer nothing ever reads, so it is not told apart


# MARK: Conditions and equations

@dataclass
class Test:
    """One test. `kind` is is, includes, without, compare, known, skipped, true, or seen."""
    kind: str
    name: str
    options: tuple = ()          # is, includes, without
    operator: str = ""           # compare: is, at least, at most, more than, less than
    limit: object = 0            # compare


@dataclass
class Condition:
    """Tests joined with one word. It stands under `when`, or under `unless` if it is turned."""
    tests: list
    joiner: str = "and"
    turned: bool = False


@dataclass
class Let:
    """An equation. `kind` is sum, product, ticks, conditions, or condition."""
    name: str
    kind: str
    terms: tuple = ()            # sum: (factor, name) each
    factors: tuple = ()          # product: two names
    question: str = ""           # ticks
    names: tuple = ()            # conditions: named conditions
    condition: Optional[Condition] = None


# MARK: Questions

@dataclass
class Option:
    name: str
    excludes: bool = False                   # among ticks: rules out the rest
    right: bool = False                      # in a teach-back
    condition: Optional[Condition] = None    # offered only if it is met
    body: list = field(default_factory=list)


@dataclass
class Question:
    """`kind` is choice, ticks, check, number, amount, scale, or text."""
    name: str
    kind: str
    options: list = field(default_factory=list)
    values: tuple = ()                       # of number, amount, scale
    is_shared: bool = False


# MARK: Instructions

@dataclass
class Say:
    claims: tuple = ()
    is_sentence: bool = True     # or a word in a list


@dataclass
class Ask:
    question: str


@dataclass
class Define:
    let: str


@dataclass
class When:
    condition: Condition
    body: list


@dataclass
class Jump:
    target: str                  # a later step, or end
    condition: Optional[Condition] = None


@dataclass
class Visit:
    target: str                  # a topic or a guide
    condition: Optional[Condition] = None


@dataclass
class Menu:
    """Offers the topics of its step and these guides.

    `offers` and `requires` are pairs of an entry and the condition on which it is offered, or must be read.
    """
    must: tuple = ()
    guides: tuple = ()
    offers: tuple = ()
    requires: tuple = ()

    def conditions(self):
        return [condition for _, condition in self.offers + self.requires]


# MARK: Guides

@dataclass
class Topic:
    name: str
    body: list


@dataclass
class Step:
    name: str
    body: list
    topics: list = field(default_factory=list)


@dataclass
class Promise:
    """`form` is before, after, end, never, or questions."""
    form: str
    x: str = ""
    y: str = ""
    limit: int = 0
    condition: Optional[Condition] = None


@dataclass
class Guide:
    name: str
    steps: list
    promises: list = field(default_factory=list)
    next: tuple = ()


@dataclass
class Library:
    guides: list
    shelf: Guide                         # its promises are those of the house
    questions: dict                      # by name, shared ones too
    lets: dict                           # by name
    claims: dict                         # by name: the subjects

    def shared_questions(self):
        return [q for q in self.questions.values() if q.is_shared]

    def subjects(self):
        return sorted({s for subjects in self.claims.values() for s in subjects})


# MARK: All parts of a library

def instructions(library, body):
    """All instructions of a body, those of answers and blocks too."""
    for instruction in body:
        yield instruction
        if isinstance(instruction, When):
            yield from instructions(library, instruction.body)
        elif isinstance(instruction, Ask):
            for option in library.questions[instruction.question].options:
                yield from instructions(library, option.body)


def all_bodies(library):
    for guide in library.guides + [library.shelf]:
        for step in guide.steps:
            yield step.body
            for topic in step.topics:
                yield topic.body


def all_conditions(library):
    """Every condition that stands somewhere. Those of equations are read by others."""
    for body in all_bodies(library):
        for instruction in instructions(library, body):
            if getattr(instruction, "condition", None):
                yield instruction.condition
            if isinstance(instruction, Menu):
                yield from instruction.conditions()
    for question in library.questions.values():
        yield from (o.condition for o in question.options if o.condition)
    for guide in library.guides + [library.shelf]:
        yield from (p.condition for p in guide.promises if p.condition)


def all_tests(library):
    """Every test of every condition, and of every equation that is a condition."""
    conditions = list(all_conditions(library)) + [let.condition for let in library.lets.values() if let.condition]
    return [test for condition in conditions for test in condition.tests]


def lets_of(library, name):
    """The equation with this name, and those it is made of, down to the first named conditions."""
    let = library.lets.get(name)
    if let is None:
        return []
    names = [n for _, n in let.terms] + list(let.factors) + list(let.names)
    return [let] + [other for n in names for other in lets_of(library, n)]


def questions_of(library, name):
    """The questions that a question, or an equation, depends on."""
    if name in library.questions:
        return {name}
    let = library.lets[name]
    if let.kind == "condition":
        return questions_read(library, let.condition)
    names = [n for _, n in let.terms] + list(let.factors) + list(let.names)
    if let.question:
        names.append(let.question)
    return {q for n in names for q in questions_of(library, n)}


def questions_read(library, condition):
    """The questions whose answers decide a condition. `seen` reads no answer."""
    return {q for t in condition.tests if t.kind != "seen" for q in questions_of(library, t.name)}


def questions_named(library, condition):
    """The questions that a condition is about: also those it only wants to have been seen."""
    return questions_read(library, condition) | {t.name for t in condition.tests if t.name in library.questions}


def questions_compared(library, condition):
    """The questions whose answers are looked into: `is known` and `is skipped` do not."""
    found = set()
    for test in condition.tests:
        if test.kind == "true" and library.lets[test.name].kind == "condition":
            found |= questions_compared(library, library.lets[test.name].condition)
        elif test.kind in ("is", "includes", "without", "compare"):
            found |= _compared(library, test.name)
    return found


def _compared(library, name):
    if name in library.questions:
        return {name}
    let = library.lets[name]
    if let.kind == "condition":
        return questions_compared(library, let.condition)
    names = [n for _, n in let.terms] + list(let.factors) + list(let.names)
    if let.question:
        names.append(let.question)
    return {q for n in names for q in _compared(library, n)}


# MARK: Answers

def all_answers(question, offered=None):
    """Every answer but skipping. `offered` are the names of the options that are offered."""
    if question.kind in ("choice", "check"):
        return [o.name for o in question.options if offered is None or o.name in offered]
    if question.kind == "ticks":
        open_names = [o for o in question.options if offered is None or o.name in offered]
        ticks = [o.name for o in open_names if not o.excludes]
        answers = [frozenset(t for t, is_in in zip(ticks, choice) if is_in)
                   for choice in product((False, True), repeat=len(ticks)) if any(choice)]
        return answers + [frozenset([o.name]) for o in open_names if o.excludes]
    if question.kind == "text":
        return [ASKED]
    return list(question.values)


# MARK: Truth

class Truth:
    """Conditions and equations of a library, as functions of the answers and of what was seen.

    `answers` is a tuple by the number of the question. `real` are the answers that decide whether something is known
    or skipped: the same, unless a promise asks what would be true if more had been answered.
    """

    def __init__(self, library, bit_of):
        self.library = library
        self.bit_of = bit_of                                    # by name, of what can be seen
        self.number_of = {name: i for i, name in enumerate(library.questions)}
        self.functions = {}

    def condition(self, condition):
        """A function of (answers, seen, real) that is true where the block is shown."""
        tests = [self.test(t) for t in condition.tests]
        turned = condition.turned
        if len(tests) == 1:
            only = tests[0]
            return lambda a, s, r: only(a, s, r) != turned
        joined = all if condition.joiner == "and" else any
        return lambda a, s, r: joined(t(a, s, r) for t in tests) != turned

    def test(self, test):
        kind, name = test.kind, test.name
        if kind == "seen":
            bit = self.bit_of[name]
            return lambda a, s, r: bool(s & bit)
        if kind == "known":
            parts = [self.number_of[q] for q in questions_of(self.library, name)]
            return lambda a, s, r: all(r[i] is not None and r[i] != SKIPPED for i in parts)
        if kind == "skipped":
            i = self.number_of[name]
            return lambda a, s, r: r[i] == SKIPPED
        if kind == "true":
            return self.condition(self.library.lets[name].condition)
        if kind == "is":
            i, options = self.number_of[name], frozenset(test.options)
            return lambda a, s, r: a[i] in options
        if kind == "includes":
            i, options = self.number_of[name], frozenset(test.options)
            return lambda a, s, r: isinstance(a[i], frozenset) and bool(a[i] & options)
        if kind == "without":
            i, options = self.number_of[name], frozenset(test.options)
            return lambda a, s, r: (r[i] is not None and r[i] != SKIPPED
                                    and isinstance(a[i], frozenset) and not a[i] & options)
        value, limit = self.value(name), test.limit
        compare = {"is": lambda v: v == limit, "at least": lambda v: v >= limit, "at most": lambda v: v <= limit,
                   "more than": lambda v: v > limit, "less than": lambda v: v < limit}[test.operator]

        def compared(a, s, r):
            found = value(a, s, r)
            return found is not None and compare(found)
        return compared

    def value(self, name):
        """A function of (answers, seen, real): a number, or None if it is not known."""
        if name not in self.functions:
            self.functions[name] = self._value(name)
        return self.functions[name]

    def _value(self, name):
        if name in self.library.questions:
            i = self.number_of[name]
            return lambda a, s, r: None if a[i] == SKIPPED else a[i]
        let = self.library.lets[name]
        if let.kind == "ticks":
            i = self.number_of[let.question]
            ticks = frozenset(o.name for o in self.library.questions[let.question].options if not o.excludes)
            return lambda a, s, r: len(a[i] & ticks) if isinstance(a[i], frozenset) else None
        if let.kind == "conditions":
            parts = [self.condition(self.library.lets[n].condition) for n in let.names]
            compared = [self.number_of[q] for q in _compared(self.library, name)]
            return lambda a, s, r: (None if any(a[i] in (None, SKIPPED) for i in compared)
                                    else sum(p(a, s, r) for p in parts))
        if let.kind == "product":
            one, other = (self.value(n) for n in let.factors)

            def multiplied(a, s, r):
                v, w = one(a, s, r), other(a, s, r)
                return None if v is None or w is None else v * w
            return multiplied
        terms = [(factor, self.value(n)) for factor, n in let.terms]

        def added(a, s, r):
            total = 0
            for factor, part in terms:
                v = part(a, s, r)
                if v is None:
                    return None
                total += factor * v
            return total
        return added
