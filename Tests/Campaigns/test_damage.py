"""Every bit of a journal flips, every file is cut, every record is taken away, cut, repeated and moved.

It is reported, and nothing is given out but what was written; records that were not touched are still read."""

import re

import pytest

from campaign import LONG, probe


@pytest.fixture(params=["killed", "closed"])
def journal(request, shelf):
    """A small journal of two sessions whose last records are in the log; or all in one file, and two
    more sessions, of which two in all were erased."""
    data = shelf / "data"
    probe("sit", data, "first")
    assert probe("sit", data, "killed").code == -9
    if request.param == "closed":
        assert probe("sit", data, "erasing").code == 0
    return data


def damaged(journal, way, stride):
    """Does all of one kind; returns what became of it, by verdict."""
    # All bits of a journal are a million looks at it.
    run = probe("damages", journal, way, stride, within=36000 if LONG else 600)
    print(run.lines[-1])
    assert run.code == 0, run.text + run.errors
    return {word: int(count) for word, count in re.findall(r"(\w+) (\d+)", run.lines[-1])}


def test_every_bit_that_flips_is_reported_or_harmless(journal):
    # An odd number goes through all bits of a byte.
    found = damaged(journal, "bits", 1 if LONG else 1009)
    assert found["damages"] > 300 and found["partly"] and found["harmless"]


def test_every_file_that_is_cut_is_reported(journal):
    assert damaged(journal, "cuts", 8 if LONG else 512)["damages"] > 100


def test_every_record_that_is_taken_away_cut_repeated_or_moved_is_reported(journal):
    """And all the others can be read."""
    found = damaged(journal, "records", 1 if LONG else 64)
    assert found["damages"] > 200 and not found["harmless"]
    # Without the row that says whose journal it is, nothing can be read.
    assert found["closed"] == 1
