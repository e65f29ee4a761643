"""A bare user of a journal, `journal-probe`, and `DiskProbe` between it and the disk.

The tests here are the short forms; `Scripts/campaign` runs the long ones."""

import os
import pathlib
import re
import subprocess

PROGRAM = os.environ.get("BEFOREHAND_PROGRAM", "beforehand")
BUILT = pathlib.Path(PROGRAM).parent
PROBE = BUILT / "journal-probe"
DISK = BUILT / "libDiskProbe.so"
# Each short form takes this much longer.
SCALE = float(os.environ.get("CAMPAIGN_SCALE", "1"))


class Run:
    """What a run of the probe said, and how it ended."""

    def __init__(self, done):
        self.lines = done.stdout.decode().splitlines()
        self.code = done.returncode
        self.is_hit = b"fault\n" in done.stderr

    @property
    def kept(self):
        """Of each session, how many events it said were kept."""
        pairs = (line.split()[1:] for line in self.lines if line.startswith("kept"))
        return {int(session): int(count) for session, count in pairs}


def probe(*arguments, root=None, trace=None, fault=None):
    """Runs the probe; what it does under `root` is written down, or fails."""
    environment = {"PATH": os.environ["PATH"], "TMPDIR": os.environ.get("TMPDIR", "/tmp")}
    if root:
        environment |= {"LD_PRELOAD": str(DISK), "DISK_ROOT": os.path.realpath(root)}
    if trace:
        environment["DISK_TRACE"] = str(trace)
    if fault:
        environment["DISK_FAULT"] = fault
    return Run(subprocess.run([PROBE, *map(str, arguments)], env=environment, capture_output=True))


def record(folder, *parts):
    """Writes down these sittings, one after the other, and returns the trace."""
    trace = folder / "trace"
    root = folder / "disk"
    root.mkdir()
    for part in parts:
        run = probe("sit", root / "data", part, root=root, trace=trace)
        assert run.code == (-9 if part == "killed" else 0), run.lines
    return trace


def states(trace, count, *options, seed=20261121):
    """Takes the power away at every moment of a trace; returns what came of so many states."""
    run = probe("states", trace, count, seed, *options)
    told = "\n".join(run.lines)
    numbers = re.fullmatch(
        r"states (\d+) built (\d+) moments (\d+) looks (\d+) went on (\d+) lost (\d+) damaged (\d+)",
        run.lines[-1])
    assert numbers, told
    names = ["states", "built", "moments", "looks", "went_on", "lost", "damaged"]
    print(run.lines[-1])
    return dict(zip(names, map(int, numbers.groups()))), told
