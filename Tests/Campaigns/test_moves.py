"""A program that knows a later layout is killed at every call to the disk while it moves a journal.

Then the journal has the layout it had, or all of the other one; all that was kept is there; and it can be
gone on with."""

import shutil

import pytest

from campaign import FAULTS, probe

SITTINGS = ["first", "killed", "erasing"]


def killed_at_every(call, shelf):
    """Returns how many calls it was killed at, and what was wrong after each."""
    old = shelf / "old"
    old.mkdir()
    kept = "".join(probe("sit", old / "data", part).text for part in SITTINGS)
    number, wrong = 0, []
    while True:
        number += 1
        root = shelf / str(number)
        shutil.copytree(old, root)
        moving = probe("sit", root / "data", "moving", root=root, fault=f"{call} 5 {number} kill")
        if not moving.is_hit:
            assert moving.code == 0, moving.lines
            return number - 1, wrong
        assert moving.code == -9, moving.lines
        judged = probe("judge", root / "data", lines=kept + moving.text)
        wrong += [f"{call} {number}: {line}" for line in judged.lines]
        shutil.rmtree(root)


@pytest.mark.parametrize("call", sorted(set(FAULTS) - {"stat", "lock", "access", "list", "map", "read"}))
def test_a_move_that_is_killed_is_done_or_not_begun(shelf, call):
    count, wrong = killed_at_every(call, shelf)
    print(f"kills {count} wrong {len(wrong)}")
    assert not wrong, "\n".join(wrong[:50])
    assert count or call in ("mkdir", "truncate", "rename", "chmod", "unlink")
