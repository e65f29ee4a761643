"""Checking again whenever a file is saved."""

import os
import pathlib
import re
import shutil
import signal
import subprocess

import pytest

from terminal import PROGRAM, Terminal, control

ROOT = pathlib.Path(__file__).resolve().parents[2]
# A day on which nothing of the content is due.
TODAY = "2026-11-28"
TIME = rb"\d\d:\d\d:\d\d  "


@pytest.fixture
def content(tmp_path):
    """A copy of the content, to write in."""
    folder = pathlib.Path(shutil.copytree(ROOT / "Content", tmp_path / "Content"))
    change(folder / "evidence" / "claims.guide", "  ends: 2026-12-31\n", "")
    return folder


def change(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_only_what_is_new_is_shown(content):
    guide = content / "guides" / "what-to-expect.guide"
    environment = {"TERM": "dumb", "BEFOREHAND_TODAY": TODAY}
    with Terminal("check", "--watch", "--content", str(content), environment=environment, timeout=20) as terminal:
        terminal.see(re.compile(TIME + rb"\d+ guides, [^:]*:\s+no\s+problems\s+found\."))
        terminal.see("press Control-C.")
        change(guide, "[@ride-home]", "[@ride-hom]")
        terminal.see("unknown-claim")
        terminal.see(re.compile(TIME + rb"1 error in 1 file\."))
        terminal.drain()
        told = terminal.output.count(b"unknown-claim")
        change(guide, "\nwhen time is short:", "\nwhn time is short:")
        terminal.see("misspelt-mark")
        terminal.see(re.compile(TIME + rb"2 errors in 1 file\."))
        assert terminal.output.count(b"unknown-claim") == told
        guide.write_text((ROOT / "Content" / "guides" / guide.name).read_text())
        terminal.see(re.compile(TIME + rb"\d+ guides, [^:]*:\s+no\s+problems\s+found\.\s+2\s+problems\s+fixed\."))
        assert b"\x1b" not in terminal.output
        assert terminal.is_alive
        terminal.type(control("c"))
        assert terminal.finish() == -signal.SIGINT


def test_a_folder_that_is_gone_for_a_moment_is_no_end(content):
    house = content / "house.guide"
    environment = {"BEFOREHAND_TODAY": TODAY}
    with Terminal("check", "--watch", "--content", str(content), environment=environment, timeout=20) as terminal:
        terminal.see("press Control-C.")
        house.rename(content / "house.tmp")
        terminal.see("has no `house.guide`")
        (content / "house.tmp").rename(house)
        terminal.see("no problems found.")


def test_the_end_of_the_input_ends_it(content):
    guide = content / "guides" / "what-to-expect.guide"
    command = [PROGRAM, "check", "--watch", "--content", str(content)]
    environment = {**os.environ, "BEFOREHAND_TODAY": TODAY}
    run = subprocess.run(command, input=b"x\n", capture_output=True, timeout=60, env=environment)
    assert run.returncode == 0
    assert b"no problems found." in run.stdout
    change(guide, "[@ride-home]", "[@ride-hom]")
    run = subprocess.run(command, input=b"", capture_output=True, timeout=60)
    assert run.returncode == 65
    run = subprocess.run(command + ["--json"], input=b"", capture_output=True, timeout=60)
    assert run.returncode == 64
