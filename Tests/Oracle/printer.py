"""Writes a library as a content folder, and notes the line of each condition, promise, and step."""

import os
from model import Ask, Define, Jump, Menu, Say, Visit, When

CLAIM = """
claim {name}: You can call at any time.
  about: {subjects}
  source: work
  certainty: not graded
  verified: 2026-11-21
  checked: Made up for this test.
"""


class Page:
    """The lines of one file."""

    def __init__(self, path):
        self.path = path
        self.lines = []

    def add(self, line, indent=0):
        self.lines.append(" " * indent + line if line else "")
        return (self.path, len(self.lines))

    def gap(self):
        if self.lines and self.lines[-1] != "":
            self.lines.append("")


class Printer:
    """`places` has the path and the line, by the identity of the condition, the promise, or the step."""

    def __init__(self, library):
        self.library = library
        self.places = {}
        self.pages = []

    def write(self, folder):
        for guide in self.library.guides:
            self.guide(guide)
        self.house()
        self.evidence()
        for page in self.pages:
            path = os.path.join(folder, page.path)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write("\n".join(page.lines).rstrip("\n") + "\n")

    def page(self, path):
        self.pages.append(Page(path))
        return self.pages[-1]

    # MARK: Files

    def guide(self, guide):
        page = self.page(f"guides/{guide.name}.guide")
        page.add(f"title: The guide {guide.name}")
        page.add("kind: form")
        if guide.next:
            page.add("next: " + ", ".join(guide.next))
        self.steps(page, guide)

    def house(self):
        page = self.page("house.guide")
        page.add("title: The house")
        page.add("kind: house")
        page.add("subjects: " + ", ".join(self.library.subjects()))
        for question in self.library.shared_questions():
            page.gap()
            self.question(page, question, 0)
        self.steps(page, self.library.shelf)

    def evidence(self):
        page = self.page("evidence/claims.guide")
        page.add("title: Claims")
        page.add("kind: evidence")
        for name, subjects in self.library.claims.items():
            for line in CLAIM.format(name=name, subjects=", ".join(subjects)).splitlines():
                page.add(line)
        self.page("evidence/sources.json").add('[ { "id": "work", "title": "A work, made up for this test" } ]')

    def steps(self, page, guide):
        for step in guide.steps:
            page.gap()
            self.places[id(step)] = page.add(f"# {step.name}: The step {step.name}")
            self.body(page, step.body, 0)
            for topic in step.topics:
                page.gap()
                self.places[id(topic)] = page.add(f"## {topic.name}: The topic {topic.name}")
                self.body(page, topic.body, 0)
        page.gap()
        for promise in guide.promises:
            words = {"before": f"see {promise.x} before {promise.y}", "after": f"see {promise.x} after {promise.y}",
                     "end": f"see {promise.x} before end", "never": f"never {promise.x}",
                     "questions": f"at most {promise.limit} questions"}[promise.form]
            self.places[id(promise)] = page.add("promise: " + words + self.guard(promise.condition))
            if promise.condition:
                self.places[id(promise.condition)] = self.places[id(promise)]

    # MARK: Instructions

    def body(self, page, body, indent):
        for instruction in body:
            page.gap()
            if isinstance(instruction, Say):
                cited = f" [@{', '.join(instruction.claims)}]" if instruction.claims else ""
                page.add(("You can read this now." if instruction.is_sentence else "- A word") + cited, indent)
            elif isinstance(instruction, Ask):
                question = self.library.questions[instruction.question]
                if question.is_shared:
                    page.add(f"? {question.name}", indent)
                else:
                    self.question(page, question, indent)
            elif isinstance(instruction, Define):
                page.add(f"let {instruction.let} = {self.equation(self.library.lets[instruction.let])}", indent)
            elif isinstance(instruction, When):
                self.block(page, instruction.condition, indent)
                self.body(page, instruction.body, indent + 2)
            elif isinstance(instruction, (Jump, Visit)):
                arrow = "->" if isinstance(instruction, Jump) else "=>"
                place = page.add(f"{arrow} {instruction.target}{self.guard(instruction.condition)}", indent)
                if instruction.condition:
                    self.places[id(instruction.condition)] = place
            elif isinstance(instruction, Menu):
                self.menu(page, instruction, indent)

    def menu(self, page, menu, indent):
        page.add("menu", indent)
        offers = dict(menu.offers)
        if menu.must:
            page.add("must: " + ", ".join(menu.must), indent + 2)
        lines = [(f"offer: {e}", c) for e, c in menu.offers if e not in menu.guides]
        lines += [(f"must: {e}", c) for e, c in menu.requires]
        lines += [(f"=> {guide}", offers.get(guide)) for guide in menu.guides]
        for words, condition in lines:
            place = page.add(words + self.guard(condition), indent + 2)
            if condition:
                self.places[id(condition)] = place

    def question(self, page, question, indent):
        mark = "check" if question.kind == "check" else "?"
        page.add(f"{mark} {question.name}: The question {question.name}", indent)
        if question.kind in ("choice", "ticks", "check"):
            for option in question.options:
                inner = indent + 2
                if option.condition:
                    self.block(page, option.condition, inner)
                    inner += 2
                box = "(x)" if option.right else "[ ]" if question.kind == "ticks" and not option.excludes else "( )"
                page.add(f"{box} {option.name}: Answer {option.name}", inner)
                self.body(page, option.body, inner + 2)
            if question.kind == "check":
                page.add("again: Once more.", indent + 2)
        elif question.kind == "text":
            page.add("[text]", indent + 2)
        else:
            low, high = number(question.values[0]), number(question.values[-1])
            unit = {"number": " hours", "amount": "", "scale": ", not at all … very"}[question.kind]
            page.add(f"[{question.kind} {low} to {high}{unit}]", indent + 2)

    # MARK: Conditions and equations

    def block(self, page, condition, indent):
        word = "unless" if condition.turned else "when"
        self.places[id(condition)] = page.add(f"{word} {self.words(condition)}:", indent)

    def guard(self, condition):
        if condition is None:
            return ""
        return (" unless " if condition.turned else " when ") + self.words(condition)

    def words(self, condition):
        return f" {condition.joiner} ".join(self.test(t) for t in condition.tests)

    def test(self, test):
        if test.kind == "seen":
            return f"seen {test.name}"
        if test.kind in ("known", "skipped", "true"):
            return f"{test.name} is {test.kind}"
        if test.kind == "without":
            return f"{test.name} is answered without {' or '.join(test.options)}"
        if test.kind in ("is", "includes"):
            return f"{test.name} {test.kind} {' or '.join(test.options)}"
        words = "is" if test.operator == "is" else "is " + test.operator
        return f"{test.name} {words} {number(test.limit)}"

    def equation(self, let):
        if let.kind == "condition":
            return self.words(let.condition)
        if let.kind == "conditions":
            return "count of " + ", ".join(let.names)
        if let.kind == "ticks":
            return f"count of {let.question}"
        if let.kind == "product":
            return " * ".join(let.factors)
        words = ""
        for factor, name in let.terms:
            sign = (" - " if words else "0 - ") if factor < 0 else (" + " if words else "")
            words += sign + (name if abs(factor) == 1 else f"{number(abs(factor))} * {name}")
        return words


def number(value):
    """A number as authors write it. Amounts have at most two digits after the point."""
    return str(value) if value == int(value) else f"{float(value):.2f}"
