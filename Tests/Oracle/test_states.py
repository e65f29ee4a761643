"""How much the proofs of random libraries explore: a prover that explores more refuses more.

`RECORD_GOLDENS=1` records them; read what changed, and why.
"""

import os
import pathlib
import re
import subprocess

from generator import generate
from printer import Printer

PROGRAM = os.environ.get("BEFOREHAND_PROGRAM", ".build/release/beforehand")
RECORD = pathlib.Path(__file__).with_name("states.txt")


def test_proofs_explore_what_they_did(tmp_path):
    lines = []
    for seed in range(5000, 5060):
        folder = str(tmp_path / f"seed-{seed}")
        Printer(generate(seed)).write(folder)
        command = [PROGRAM, "check", folder, "--json", "--proof"]
        result = subprocess.run(command, capture_output=True, text=True, timeout=60)
        efforts = re.findall(r"^([\w-]+): (\d+) states.* (\d+ steps, \d+ nodes)$", result.stderr, re.M)
        lines += [f"{seed} {guide}: {states} states, {effort}\n" for guide, states, effort in efforts]
    if os.environ.get("RECORD_GOLDENS"):
        RECORD.write_text("".join(lines))
    assert "".join(lines) == RECORD.read_text()
