"""What the program proves, compared with a walker that shares no code with it.

`python3 Tests/Oracle/compare.py --seeds 0..3000` compares more.
"""

import os

import pytest
from compare import compare_all

PROGRAM = os.environ.get("BEFOREHAND_PROGRAM", ".build/release/beforehand")


@pytest.mark.parametrize("part", range(4))
def test_proof_and_walker_agree(part, tmp_path):
    seeds = range(1000 * part, 1000 * part + 35)
    counts, differences = compare_all(seeds, PROGRAM, folder=str(tmp_path))
    assert differences == []
    assert counts["compared"] > 25
    assert counts["refused"] <= 1
