"""Makes a library that differs as small as it can, and keeps it.

    python3 shrink.py --seed 142 --match "always-holds" --folder found/NAME
"""

import argparse
import copy
import os
import shutil
import tempfile
from compare import Comparison
from generator import generate
from model import Ask, Menu, Visit, When, instructions
from walker import TooLarge


def bodies(library):
    """Every list of instructions, also under conditions and answers."""
    waiting = [step.body for guide in library.guides + [library.shelf] for step in guide.steps]
    waiting += [t.body for g in library.guides for step in g.steps for t in step.topics]
    waiting += [option.body for question in library.questions.values() for option in question.options]
    for body in waiting:
        yield body
        waiting.extend(i.body for i in body if isinstance(i, When))


def smaller(library):
    """Functions that each make a copy of the library smaller in one way."""
    for i, guide in enumerate(library.guides):
        yield lambda l, name=guide.name: remove_guide(l, name)
        for j in range(len(guide.promises)):
            yield lambda l, i=i, j=j: l.guides[i].promises.pop(j)
        yield lambda l, i=i: setattr(l.guides[i], "next", ())
        for j in range(len(guide.steps)):
            yield lambda l, i=i, j=j: l.guides[i].steps.pop(j)
            for k in range(len(guide.steps[j].topics)):
                yield lambda l, i=i, j=j, k=k: l.guides[i].steps[j].topics.pop(k)
    for j in range(len(library.shelf.promises)):
        yield lambda l, j=j: l.shelf.promises.pop(j)
    for j in range(len(library.shelf.steps)):
        yield lambda l, j=j: l.shelf.steps.pop(j)
    for n, body in enumerate(bodies(library)):
        for k, instruction in enumerate(body):
            yield lambda l, n=n, k=k: list(bodies(l))[n].pop(k)
            if isinstance(instruction, When):
                yield lambda l, n=n, k=k: unwrap(list(bodies(l))[n], k)
            if isinstance(instruction, Menu):
                yield lambda l, n=n, k=k: setattr(list(bodies(l))[n][k], "must", ())
                for field in ("offers", "requires"):
                    for t in range(len(getattr(instruction, field))):
                        yield lambda l, n=n, k=k, field=field, t=t: drop(list(bodies(l))[n][k], field, t)
                for guide in instruction.guides:
                    yield lambda l, n=n, k=k, guide=guide: drop_entry(list(bodies(l))[n][k], guide)
            if getattr(instruction, "condition", None):
                if not isinstance(instruction, When):
                    yield lambda l, n=n, k=k: setattr(list(bodies(l))[n][k], "condition", None)
                for t in range(len(instruction.condition.tests)):
                    yield lambda l, n=n, k=k, t=t: list(bodies(l))[n][k].condition.tests.pop(t)
            if getattr(instruction, "claims", ()):
                yield lambda l, n=n, k=k: setattr(list(bodies(l))[n][k], "claims", list(bodies(l))[n][k].claims[1:])
    for name, question in library.questions.items():
        for k in range(len(question.options)):
            yield lambda l, name=name, k=k: l.questions[name].options.pop(k)
            yield lambda l, name=name, k=k: setattr(l.questions[name].options[k], "condition", None)
        if len(question.values) > 2:
            yield lambda l, name=name: setattr(l.questions[name], "values", l.questions[name].values[:-1])
    for name, let in library.lets.items():
        for k in range(len(let.terms)):
            yield lambda l, name=name, k=k: setattr(l.lets[name], "terms", let_without(l.lets[name].terms, k))
        for k in range(len(let.condition.tests) if let.condition else 0):
            yield lambda l, name=name, k=k: l.lets[name].condition.tests.pop(k)
    for i, guide in enumerate(library.guides + [library.shelf]):
        for j, promise in enumerate(guide.promises):
            if promise.condition:
                yield lambda l, i=i, j=j: setattr((l.guides + [l.shelf])[i].promises[j], "condition", None)
                for t in range(len(promise.condition.tests)):
                    yield lambda l, i=i, j=j, t=t: (l.guides + [l.shelf])[i].promises[j].condition.tests.pop(t)


def let_without(terms, k):
    return terms[:k] + terms[k + 1:]


def unwrap(body, k):
    body[k:k + 1] = body[k].body


def drop(menu, field, place):
    kept = getattr(menu, field)
    setattr(menu, field, kept[:place] + kept[place + 1:])


def drop_entry(menu, guide):
    menu.guides = tuple(g for g in menu.guides if g != guide)
    menu.offers = tuple((e, c) for e, c in menu.offers if e != guide)


def remove_guide(library, name):
    library.guides = [g for g in library.guides if g.name != name]
    for guide in library.guides:
        guide.next = tuple(n for n in guide.next if n != name)
    for body in bodies(library):
        for instruction in list(body):
            if isinstance(instruction, Visit) and instruction.target == name:
                body.remove(instruction)
            elif isinstance(instruction, Menu):
                drop_entry(instruction, name)


def tidy(library):
    """Leaves out questions and equations that nothing mentions anymore."""
    asked, defined = set(), set()
    for body in bodies(library):
        for instruction in instructions(library, body):
            asked.add(getattr(instruction, "question", None))
            defined.add(getattr(instruction, "let", None))
    library.questions = {n: q for n, q in library.questions.items() if n in asked}
    library.lets = {n: e for n, e in library.lets.items() if n in defined}


def differs(library, match, program):
    folder = tempfile.mkdtemp(prefix="oracle-shrink-")
    try:
        comparison = Comparison(library, folder, program, 20000)
        if comparison.wrong_ids():
            return False
        comparison.compare()
        return any(match in words for words in comparison.differences)
    except (TooLarge, KeyError, IndexError, AttributeError, ValueError, RecursionError):
        return False                                  # it is no library anymore
    finally:
        shutil.rmtree(folder)


def shrink(library, match, program):
    start = 0                                         # where the last change was: go on there, then begin again
    while True:
        changes = list(smaller(library))
        for place, change in enumerate(changes[start:] + changes[:start]):
            candidate = copy.deepcopy(library)
            try:
                change(candidate)
                tidy(candidate)
            except (KeyError, IndexError, AttributeError):
                continue
            if len(repr(candidate)) < len(repr(library)) and differs(candidate, match, program):
                library = candidate
                start = (start + place) % len(changes)
                break
        else:
            return library


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--flat", action="store_true")
    parser.add_argument("--match", default="")
    parser.add_argument("--folder", required=True)
    parser.add_argument("--program", default=os.environ.get("BEFOREHAND_PROGRAM", ".build/release/beforehand"))
    options = parser.parse_args()
    library = shrink(generate(options.seed, options.flat), options.match, options.program)
    if os.path.exists(options.folder):
        shutil.rmtree(options.folder)
    comparison = Comparison(library, options.folder, options.program, 20000)
    comparison.compare()
    print("\n".join(comparison.differences))


if __name__ == "__main__":
    main()
