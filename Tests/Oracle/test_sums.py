"""Whether sums of whole numbers can fulfill constraints: the program's test, Z3, and all numbers one by one."""

import itertools
import os
import pathlib
import random
import subprocess

import pytest
import z3

from record import expect_recorded

PROBE = pathlib.Path(os.environ.get("BEFOREHAND_PROGRAM", ".build/release/beforehand")).with_name("proof-probe")


def constraints(random_, is_large):
    """The ranges of some numbers, and constraints: factors, whether it is `at least`, and the limit."""
    count = random_.randint(1, 4)
    width = 10 ** random_.randint(1, 6) if is_large else 5
    most = random_.choice([1, 2, 3, 7, 30]) if is_large else 4
    ranges = []
    for _ in range(count):
        low = random_.randint(-width, width)
        ranges.append((low, low + random_.randint(0, width)))
    rows = []
    for _ in range(random_.randint(1, 4)):
        factors = [random_.randint(-most, most) for _ in range(count)]
        middle = sum(f * random_.randint(*r) for f, r in zip(factors, ranges))
        # Equations, and limits that are only just met, are the hard cases.
        limit = middle + random_.randint(-2, 2)
        rows.append((factors, True, limit))
        if random_.random() < 0.5:
            rows.append((factors, False, limit + random_.randint(-1, 1)))
    return ranges, rows


def huge_constraints(random_):
    """As constraints, with numbers around those that the program's test takes, and around the largest it can hold."""
    def number(small):
        if random_.random() < small:
            return random_.randint(-3, 3)
        large = (1 << random_.choice([28, 31, 40, 58, 60, 60, 61, 62, 63])) + random_.randint(-2, 1)
        return max(-1 << 63, min(random_.choice([-1, 1]) * large, (1 << 63) - 1))

    count = random_.randint(1, 3)
    ranges = [tuple(sorted([number(0.3), number(0.3)])) for _ in range(count)]
    rows = []
    for _ in range(random_.randint(1, 3)):
        factors = [number(0.9) for _ in range(count)]
        rows.append((factors, random_.random() < 0.5, number(0.5)))
    return ranges, rows


def line(ranges, rows):
    parts = [f"{low} {high}" for low, high in ranges]
    parts += [f"{' '.join(map(str, factors))} {'>=' if is_least else '<='} {limit}" for factors, is_least, limit in rows]
    return " | ".join([str(len(ranges))] + parts)


def small():
    random_ = random.Random(1)
    return [constraints(random_, False) for _ in range(3000)]


def large(seed):
    random_ = random.Random(seed)
    return [constraints(random_, True) for _ in range(1500)]


def huge():
    random_ = random.Random(4)
    return [huge_constraints(random_) for _ in range(1000)]


def edges():
    """Sets without solutions, in which a number becomes too large: in a factor, in a constant, in a pair of rows."""
    large = 1 << 31
    return [
        ([(0, 1 << 60), (0, 1 << 28), (0, 5)],
         [([1, -large, 0], True, 0), ([1, -large, 0], False, 0), ([large, 0, 1], False, -1)]),
        ([(0, 1 << 40), (0, 5), (0, 5)],
         [([1, -1, 0], True, large), ([1, -1, 0], False, large), ([large, 0, 1], False, -1)]),
        ([(0, 1 << 40), (0, 1 << 40)],
         [([large - 1, -large - 3], True, 1), ([large + 11, 5 - large], False, 0)]),
    ]


def written(sets):
    """What the probe reads."""
    return "".join(line(*s) + "\n" for s in sets)


def probed(sets, name):
    """What the program says of sets; its effort has to be as recorded."""
    result = subprocess.run([PROBE, "sums"], input=written(sets), capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    lines = [answer.split() for answer in result.stdout.splitlines()]
    expect_recorded(f"sums {name}", f"{sum(int(effort) for _, effort in lines)} constraints")
    return [said for said, _ in lines]


def holds(numbers, rows):
    for factors, is_least, limit in rows:
        total = sum(f * n for f, n in zip(factors, numbers))
        if total < limit if is_least else total > limit:
            return False
    return True


def solved(ranges, rows):
    """What Z3 says."""
    numbers = [z3.Int(f"n{i}") for i in range(len(ranges))]
    solver = z3.Solver()
    for number, (low, high) in zip(numbers, ranges):
        solver.add(number >= low, number <= high)
    for factors, is_least, limit in rows:
        total = z3.Sum([f * n for f, n in zip(factors, numbers)])
        solver.add(total >= limit if is_least else total <= limit)
    return {"sat": "some", "unsat": "none"}.get(str(solver.check()), "unknown")


def test_small_sets_as_all_numbers_one_by_one():
    sets = small()
    found = probed(sets, "small")
    for (ranges, rows), said in zip(sets, found, strict=True):
        numbers = itertools.product(*(range(low, high + 1) for low, high in ranges))
        assert said == ("some" if any(holds(n, rows) for n in numbers) else "none"), line(ranges, rows)


@pytest.mark.parametrize("seed", range(2, 4))
def test_large_sets_as_z3(seed):
    sets = large(seed)
    found = probed(sets, f"large {seed}")
    assert found.count("refused") <= len(sets) // 100
    for (ranges, rows), said in zip(sets, found, strict=True):
        assert said in ("refused", solved(ranges, rows)), line(ranges, rows)


def test_huge_sets_as_z3_or_refused():
    sets = huge()
    found = probed(sets, "huge")
    assert min(found.count(said) for said in ("some", "none", "refused")) > len(sets) // 20
    for (ranges, rows), said in zip(sets, found, strict=True):
        assert said in ("refused", solved(ranges, rows)), line(ranges, rows)


def test_numbers_that_become_too_large():
    sets = edges()
    for (ranges, rows), said in zip(sets, probed(sets, "edges"), strict=True):
        assert solved(ranges, rows) == "none"
        assert said in ("refused", "none"), line(ranges, rows)
