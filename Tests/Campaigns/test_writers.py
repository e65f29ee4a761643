"""Several programs want to write at the same moment, on a first run too: one does, the others are told."""

import subprocess

import pytest

from campaign import LONG, PROBE, probe

ROUNDS = 100 if LONG else 10
AT_ONCE = 6


def test_no_two_programs_write_at_once(shelf):
    winners = 0
    for number in range(ROUNDS):
        data = shelf / str(number)
        for _ in range(2):
            writers = [
                subprocess.Popen([PROBE, "write", data, "40"], stdout=subprocess.PIPE) for _ in range(AT_ONCE)]
            said = [writer.communicate()[0].decode() for writer in writers]
            won = [text for text, writer in zip(said, writers) if writer.returncode == 0]
            assert won and all(text in ("failed busy\n",) for text in said if text not in won), said
            winners += len(won)
        judged = probe("judge", data, lines="".join(won))
        assert judged.code == 0 and not judged.lines, judged.lines
    print(f"rounds {ROUNDS} writers {winners} of {2 * AT_ONCE * ROUNDS}")
    # Somebody else has to have been in the way.
    assert winners < 2 * AT_ONCE * ROUNDS


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077, 0o777])
def test_only_the_owner_can_look_in_whatever_the_umask(shelf, mask):
    """A process of its own has the mask: it would hold for every thread of the tests."""
    data = shelf / "data"
    killed = subprocess.run([PROBE, "sit", data, "killed"], stdout=subprocess.PIPE, umask=mask)
    assert killed.returncode == -9
    modes = {str(path.relative_to(shelf)): path.stat().st_mode & 0o777 for path in data.rglob("*")}
    files = {name: mode for name, mode in modes.items() if (shelf / name).is_file()}
    assert data.stat().st_mode & 0o777 == modes["data/keys"] == 0o700
    assert len(files) == 8 and set(files.values()) == {0o600}, files
