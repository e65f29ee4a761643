"""A bare user of a journal, `journal-probe`, or the program itself, and `DiskProbe` between it and the disk.

The tests here are the short forms; `Scripts/campaigns` runs the long ones."""

import concurrent.futures
import errno
import itertools
import os
import pathlib
import re
import subprocess

PROGRAM = os.environ.get("BEFOREHAND_PROGRAM", "beforehand")
BUILT = pathlib.Path(PROGRAM).parent
PROBE = BUILT / "journal-probe"
DISK = BUILT / "libDiskProbe.so"
# The long form of each campaign, as `Scripts/campaigns` runs it.
LONG = bool(os.environ.get("CAMPAIGN_LONG"))
SCALE = 10 if LONG else 1

# How each call to the disk can fail.
FAULTS = {
    "open": [errno.EIO, errno.EROFS, errno.ENOSPC, errno.EMFILE],
    "mkdir": [errno.ENOSPC, errno.EIO],
    "stat": [errno.EIO],
    "access": [errno.EIO],
    "lock": [errno.EIO],
    "list": [errno.EIO],
    "chmod": [errno.EPERM],
    "read": [errno.EIO],
    "map": [errno.ENOMEM],
    "write": [errno.ENOSPC, errno.EIO],
    "truncate": [errno.EIO, errno.ENOSPC],
    "sync": [errno.EIO, errno.ENOSPC],
    "rename": [errno.EIO, errno.ENOSPC],
    "unlink": [errno.EIO],
}
# Of calls that there are so many of, the short form lets only some fail.
STRIDES = {} if LONG else {"open": 7, "stat": 13, "lock": 23, "read": 7, "write": 3}
BATCH = 4


class Run:
    """What a run said, and how it ended."""

    def __init__(self, done):
        self.text = done.stdout.decode()
        self.errors = done.stderr.decode()
        self.lines = self.text.splitlines()
        self.code = done.returncode
        # The files that a call on failed.
        self.faults = set(re.findall(r"^fault (.*)$", self.errors, re.MULTILINE))
        self.is_hit = bool(self.faults)

    @property
    def kept(self):
        """Of each session, how many events it said were kept."""
        pairs = (line.split()[1:] for line in self.lines if line.startswith("kept"))
        return {int(session): int(count) for session, count in pairs}


def run(command, *, root=None, trace=None, fault=None, lines="", within=120, **variables):
    """Runs a program, `within` so many seconds; what it does under `root` is written down, or fails."""
    environment = {
        "PATH": os.environ["PATH"], "TMPDIR": os.environ.get("TMPDIR", "/tmp"), "LC_ALL": "C.UTF-8"}
    environment |= {name: str(value) for name, value in variables.items()}
    if root:
        environment |= {"LD_PRELOAD": str(DISK), "DISK_ROOT": os.path.realpath(root)}
    if trace:
        environment["DISK_TRACE"] = str(trace)
    if fault:
        environment["DISK_FAULT"] = fault
    return Run(subprocess.run(
        [str(word) for word in command], env=environment, input=lines.encode(), capture_output=True,
        timeout=within))


def probe(*arguments, **options):
    """Runs the bare user of a journal."""
    return run([PROBE, *arguments], **options)


# The name of the kept session in what the program says.
HANDLE = re.compile(r"Their\s+name\s+is\s+([a-z]+-[a-z]+-\d)")


class Person:
    """A person at the program, whose answers are kept in a folder of its own."""

    def __init__(self, data, content):
        self.data = data
        self.place = {"BEFOREHAND_DATA": str(data), "BEFOREHAND_CONTENT": str(content)}

    def at(self, *arguments, **options):
        """Lets the program run to its end."""
        return run([PROGRAM, *arguments], **options, **self.place)

    def talk(self, *arguments):
        """Starts the program, at the other end of two pipes."""
        return subprocess.Popen(
            [PROGRAM, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **self.place})


def record(folder, *parts):
    """Records these sessions, one after the other, and returns the trace."""
    trace = folder / "trace"
    root = folder / "disk"
    root.mkdir()
    for part in parts:
        run = probe("sit", root / "data", part, root=root, trace=trace)
        assert run.code == (-9 if part == "killed" else 0), run.lines
    return trace


def states(trace, count, *options, seed=20261121):
    """Cuts the power at every moment of a trace; returns the results for all states."""
    # A thousand take a second; on a machine that is busy, more.
    run = probe("states", trace, count, seed, *options, within=600 + count / 20)
    told = "\n".join(run.lines)
    numbers = re.fullmatch(
        r"states (\d+) built (\d+) moments (\d+) looks (\d+) went on (\d+) lost (\d+) damaged (\d+)",
        run.lines[-1])
    assert numbers, told
    names = ["states", "built", "moments", "looks", "went-on", "lost", "damaged"]
    return dict(zip(names, map(int, numbers.groups()))), told


def fails_at_every_call(call, attempt):
    """Lets each such call fail, one after the other, until there are no more of them.

    Each fails in one way, or in the long form in all: by every error, and once, twice, from then on, or
    with half of a write done. `attempt` is given the fault and a number for its files; it returns
    whether the fault came to pass, and what was wrong. Returns how many did, and all that was wrong."""
    modes = ["once", "on", "twice"] + (["short"] if call == "write" else [])
    if call == "lock" and not LONG:
        # SQLite tries again, for two seconds.
        modes = ["once"]
    ways = [f"{error} {{}} {mode}" for error, mode in itertools.product(FAULTS[call], modes)]
    count, wrong = 0, []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
        for first in itertools.count(1, BATCH * STRIDES.get(call, 1)):
            numbers = [first + place * STRIDES.get(call, 1) for place in range(BATCH)]
            faults = [
                f"{call} {way.format(number)}" for place, number in enumerate(numbers)
                for way in (ways if LONG else [ways[(first + place) % len(ways)]])]
            batch = list(workers.map(attempt, faults, itertools.count()))
            count += sum(is_hit for is_hit, _ in batch)
            wrong += [f"{fault}: {line}" for fault, (_, lines) in zip(faults, batch) for line in lines]
            if not all(is_hit for is_hit, _ in batch):
                return count, wrong
