"""Efforts that tests record: what takes more effort refuses more, and a slower way is noticed.

`RECORD_GOLDENS=1` records them; read what changed, and why.
"""

import os
import pathlib

RECORD = pathlib.Path(__file__).with_name("efforts.txt")


def recorded():
    return dict(line.split(": ", 1) for line in RECORD.read_text().splitlines()) if RECORD.exists() else {}


def expect_recorded(name, effort):
    """Expects an effort to be as recorded under a name."""
    if os.environ.get("RECORD_GOLDENS"):
        efforts = sorted((recorded() | {name: effort}).items())
        RECORD.write_text("".join(f"{name}: {effort}\n" for name, effort in efforts))
    assert recorded().get(name) == effort, name
