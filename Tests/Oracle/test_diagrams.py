"""Whether decision diagrams have the values that they should: the program's diagrams, and tables of all states."""

import itertools
import os
import pathlib
import random
import subprocess

import pytest

from record import expect_recorded

PROBE = pathlib.Path(os.environ.get("BEFOREHAND_PROGRAM", ".build/release/beforehand")).with_name("proof-probe")
WIDTHS = [2, 3, 2, 4, 2]
STATES = list(itertools.product(*(range(width) for width in WIDTHS)))
MISSING = None


def table(value):
    return tuple(value(state) for state in STATES)


def changed(state, variable, value):
    return state[:variable] + (value,) + state[variable + 1:]


def at(values, state):
    return values[INDICES[state]]


INDICES = {state: index for index, state in enumerate(STATES)}


def truths(random_, depth):
    """A condition: its words, and its value in each state."""
    kind = random_.choice(["is", "is", "both", "either", "opposite", "some", "zero", "at", "least", "leaf", "end"])
    if depth == 0 or kind in ("is", "leaf"):
        if kind == "leaf" and random_.random() < 0.3:
            value = random_.random() < 0.5
            return ["yes" if value else "no"], table(lambda s: value)
        variable = random_.randrange(len(WIDTHS))
        values = random_.sample(range(WIDTHS[variable]), random_.randint(1, WIDTHS[variable] - 1))
        return ["is", str(variable), ",".join(map(str, values))], table(lambda s: s[variable] in values)
    if kind == "least":
        words, values = numbers(random_, depth - 1)
        least = random_.randint(-3, 6)
        return words + ["least", str(least)], tuple(v is not MISSING and v >= least for v in values)
    words, values = truths(random_, depth - 1)
    if kind in ("both", "either"):
        more, others = truths(random_, depth - 1)
        join = all if kind == "both" else any
        return words + more + [kind], tuple(join(pair) for pair in zip(values, others))
    if kind == "opposite":
        return words + [kind], tuple(not v for v in values)
    if kind == "end":                                 # an attempt that has, or has not, room enough
        return ["begin", str(random_.choice([0, 1, 2, 3, 5, 8, 20, 10_000]))] + words + [kind], values
    variable = random_.randrange(len(WIDTHS))
    if kind == "at":
        value = random_.randrange(WIDTHS[variable])
        return words + [kind, str(variable), str(value)], table(lambda s: at(values, changed(s, variable, value)))
    chosen = random_.sample(range(len(WIDTHS)), random_.randint(1, 3))
    for variable in chosen:
        if kind == "zero":
            values = table(lambda s: at(values, changed(s, variable, 0)))
        else:
            values = table(lambda s: any(at(values, changed(s, variable, v)) for v in range(WIDTHS[variable])))
    return words + [kind, ",".join(map(str, chosen))], values


def numbers(random_, depth):
    """A number that can be missing."""
    if depth > 0 and random_.random() < 0.6:
        words, values = numbers(random_, depth - 1)
        more, others = numbers(random_, depth - 1)
        return words + more + ["plus"], tuple(
            MISSING if MISSING in pair else sum(pair) for pair in zip(values, others))
    variable = random_.randrange(len(WIDTHS))
    children = [random_.choice([MISSING, 0, 1, 2, -1]) for _ in range(WIDTHS[variable])]
    words = ["number", str(variable), ",".join("-" if c is MISSING else str(c) for c in children)]
    return words, table(lambda s: children[s[variable]])


def reads(values):
    """The variables on which a value depends."""
    return [v for v in range(len(WIDTHS)) if any(at(values, changed(s, v, 0)) != at(values, s) for s in STATES)]


def written(values):
    return ",".join("-" if v is MISSING else {True: "y", False: "n"}[v] if isinstance(v, bool) else str(v) for v in values)


@pytest.mark.parametrize("seed", range(1, 5))
def test_diagrams_as_tables(seed):
    stores = all_stores(seed)
    result = subprocess.run([PROBE, "diagrams"], input=asked(stores), capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    answers = iter(result.stdout.splitlines())
    refused, efforts = 0, []
    for store in stores:
        places = {}
        for words, values in store:
            said = next(answers)
            if said == "refused":
                assert "end" in words and set(words) & {"0", "1", "2", "3", "5", "8", "20"}, words
                refused += 1
                continue
            found, place, variables = (said.split(" ") + [""])[:3]
            assert found == written(values), words
            assert variables == ",".join(map(str, reads(values))), words
            # Equal values have one diagram.
            assert places.setdefault(written(values), place) == place, words
        assert len(set(places.values())) == len(places)
        efforts.append([int(word) for word in next(answers).split() if word.isdigit()])
    assert 0 < refused < sum(map(len, stores)) // 3
    nodes, wasted, looks = map(sum, zip(*efforts))
    expect_recorded(f"diagrams {seed}", f"{nodes} nodes, {wasted} wasted, {looks} looks")


def after_attempts():
    """What an attempt that failed knew of opposites must be forgotten with its diagrams."""
    def is_(variable, value):
        return ["is", str(variable), str(value)], table(lambda s: s[variable] == value)

    def opposite(case):
        return case[0] + ["opposite"], tuple(not v for v in case[1])

    def failed(nodes, *words):
        return ["begin", str(nodes), *words, "end"], table(lambda s: True)
    return [is_(0, 1), failed(1, *"is 0 1 opposite is 1 1 both is 2 1 both".split()), is_(3, 1), opposite(is_(3, 1)),
            is_(2, 1), failed(0, *"is 3 2 is 2 1 opposite both".split()), opposite(is_(2, 1))]


def all_stores(seed):
    """Small stores, in which much is made for the first time in an attempt that fails, and a large one."""
    random_ = random.Random(seed)
    return [after_attempts()] + [[case(random_) for _ in range(count)] for count in [30] * 40 + [600]]


def asked(stores):
    """What the probe reads."""
    return "".join("".join(" ".join(words) + "\n" for words, _ in store) + "new\n" for store in stores)


def case(random_):
    return random_.choice([truths, truths, numbers])(random_, random_.randint(0, 6))
