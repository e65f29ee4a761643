"""Every call to the disk fails, one after the other: once, and from then on.

Then no program ends otherwise than by an error that has a name. What it said to be kept is there,
nothing is damaged, and when the disk is well again the journal can be gone on with."""

import shutil

import pytest

from campaign import FAULTS, fails_at_every_call, probe


def settled(call, count, wrong):
    """Says how many calls failed; every kind of call has to, but for those a session does without."""
    print(f"faults {count} wrong {len(wrong)}")
    assert not wrong, "\n".join(wrong[:50])
    assert count or call in ("mkdir", "truncate", "rename", "chmod", "unlink")


def sitting_with(shelf, before, part):
    """A session that uses only a journal: it gets an injected fault, and the result is judged."""
    old = shelf / "old"
    old.mkdir()
    for former in before:
        probe("sit", old / "data", former)

    def attempt(fault, number):
        root = shelf / str(number)
        shutil.copytree(old, root)
        sitting = probe("sit", root / "data", part, root=root, fault=fault)
        judged = probe("judge", root / "data", lines=sitting.text)
        shutil.rmtree(root)
        wrong = judged.lines + ([f"judged {judged.code}"] if judged.code else [])
        return sitting.is_hit, wrong + ([] if sitting.code in (0, 74) else [f"ended {sitting.code}"])

    return attempt


@pytest.mark.parametrize("before, part", [
    ([], "first"), (["first", "killed"], "erasing"), (["first", "killed", "erasing"], "moving")])
@pytest.mark.parametrize("call", FAULTS)
def test_no_call_that_fails_takes_anything_with_it(shelf, call, before, part):
    """The second run resumes, begins, and erases sessions; the third moves to another layout."""
    settled(call, *fails_at_every_call(call, sitting_with(shelf, before, part)))


@pytest.mark.parametrize("call", ["write", "sync"])
def test_what_is_said_to_be_kept_too_soon_is_found_out(shelf, call):
    """If these losses were not found, nothing else here would mean anything."""
    _, wrong = fails_at_every_call(call, sitting_with(shelf, ["first"], "hasty"))
    assert any("lost" in line for line in wrong)
