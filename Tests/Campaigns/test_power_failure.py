"""The power fails at every moment: before every write, sync and name that changes.

What was not synced is dropped, kept, kept in part, or torn by sectors. Then everything that was said
to be kept is there, nothing is damaged, no erased key came back, and the journal can be gone on with."""

import pytest

from campaign import LONG, SCALE, probe, record, states

SITTINGS = ["first", "killed", "erasing"]


def sound(trace, count, *options):
    found, told = states(trace, count, *options)
    print(*(f"{name} {number}" for name, number in found.items()))
    assert found["lost"] == found["damaged"] == 0, told
    return found


def test_nothing_that_was_kept_is_lost(tmp_path):
    count = 990_000 if LONG else 30_000
    found = sound(record(tmp_path, *SITTINGS), count)
    assert found["states"] >= count


def test_nor_when_the_log_goes_into_the_journal_and_begins_anew(tmp_path):
    found = sound(record(tmp_path, "first", "long"), round(1_000 * SCALE), "last", 420)
    assert found["states"] >= round(1_000 * SCALE)


def test_nor_when_the_journal_is_moved_to_another_layout(tmp_path):
    """Then it has the layout it had, or all of the other one."""
    sound(record(tmp_path, *SITTINGS, "moving"), round(2_000 * SCALE), "last", 70)


def test_nor_when_a_damaged_journal_is_set_aside(tmp_path):
    """Then the old one is complete under one name, and the new one is sound."""
    sound(record(tmp_path, "first", "killed", "anew"), round(500 * SCALE), "last", 145)


@pytest.mark.parametrize("file", ["journal.sqlite-wal", "journal.sqlite", "keys/.reader.private.new"])
def test_a_disk_that_does_not_sync_is_found_out(tmp_path, file):
    """If these losses were not found, nothing else here would mean anything."""
    found, _ = states(record(tmp_path, *SITTINGS), 1_000, "unsynced", file)
    assert found["lost"] + found["damaged"] > 0


@pytest.mark.parametrize("before, part", [([], "first"), (["first"], "erasing")])
def test_a_sync_that_failed_is_not_believed(tmp_path, before, part):
    """What a failed sync was to write may never be written, whatever later syncs say."""
    number, is_hit = 0, True
    while is_hit:
        number += 1
        folder = tmp_path / str(number)
        folder.mkdir()
        trace = record(folder, *before)
        root = folder / "disk"
        data = root / "data"
        run = probe("sit", data, part, root=root, trace=trace, fault=f"sync 5 {number} once")
        is_hit = run.is_hit
        probe("sit", data, "first", root=root, trace=trace)
        sound(trace, round(50 * SCALE), *(["last", 300] if before else []))
    assert number > 10
