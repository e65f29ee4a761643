"""Random streams of valid, invalid and hostile lines: the program ends by itself, exits with 0, and
shows nobody a brace that should have been a value.

STREAMS sets how many; SEED repeats one run."""

import os
import random
import re
import subprocess
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from prompts import content  # noqa: F401, a fixture
from terminal import PROGRAM

STREAMS = int(os.environ.get("STREAMS", "1000"))
SEED = int(os.environ.get("SEED", "20261121"))

VALID = ["1", "2", "3", "4", "yes", "no", "skip", "1 2", "1,3", "none", "go on", "what", "get", "spray"]
COMMANDS = [
    "back", "change", "change 2", "change 99", "review", "why", "sources", "define ketamine",
    "define", "define \u202e", "repeat", "menu", "forget", "pause", "same", "?", "help", "988",
    "what to expect", "get help now",
]
HOSTILE = [
    "", " ", "0", "-1", "99999999999999999999999", "1e9", "NaN", "{bipolar}", "%s%n", "'; drop",
    "a" * 5000, "\x1b[2J\x1b]52;c;aGk=\x07", "\u202eabc", "\u0000", "é日本👩‍👩‍👧", "\ud83d\ude00".encode(
        "utf-16", "surrogatepass").decode("utf-16"), "../../etc/passwd", "$(reboot)", "1\t2", "１",
    "I want to die", "\r", "½", "٣", "change -9223372036854775808", "change 9223372036854775807",
]


def stream(number):
    """The lines of one stream, as bytes; some are not text at all."""
    dice = random.Random(f"{SEED}-{number}")
    lines = []
    for _ in range(dice.randrange(0, 60)):
        kind = dice.random()
        if kind < 0.55:
            lines.append(dice.choice(VALID).encode())
        elif kind < 0.75:
            lines.append(dice.choice(COMMANDS).encode())
        elif kind < 0.97:
            lines.append(dice.choice(HOSTILE).encode())
        else:
            lines.append(bytes(dice.randrange(256) for _ in range(dice.randrange(1, 80))))
    ending = b"" if dice.random() < 0.1 else b"\n"
    return b"\n".join(lines) + ending


def walk(number):
    """What is wrong with one stream, or nothing."""
    place = [[], ["what-to-expect"], ["get-help-now"]][number % 3]
    run = subprocess.run(
        [PROGRAM, *place, "--keep-nothing"], input=stream(number), capture_output=True, timeout=60)
    text = run.stdout.decode()
    if run.returncode != 0:
        return f"stream {number}: exit {run.returncode}: {run.stderr[-500:]!r}"
    # What a person typed is repeated after the prompt; everything else is ours.
    ours = "\n".join(line for line in text.splitlines() if not line.startswith("> "))
    if re.search(r"\{[a-z-]+\}", ours):
        return f"stream {number}: a raw value in the text"
    if re.search("[\x00-\x09\x0b-\x1f\x7f\x80-\x9f\u202a-\u202e\u2066-\u2069]", text):
        return f"stream {number}: a control character in the text"
    return None


def test_every_stream_ends():
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        faults = [fault for fault in pool.map(walk, range(STREAMS)) if fault]
    assert not faults, faults[:5]


ENDLESS = [
    ("--keep-nothing", ["help"]), ("--keep-nothing", ["review"]), ("--keep-nothing", ["1", "back"]),
    ("--keep-nothing", ["change", "1"]), ("--keep-nothing", ["1", "menu"]), ("--keep-nothing", [""]),
    ("--keep-nothing", ["1", "1", "change 2", "same"]), ("--keep-nothing", ["2", "2", "3", "4", "9", "back"]),
    ("--keep", ["review"]), (None, ["forget", "1"]), (None, ["pause", "back"]), (None, ["2", "1", "back"]),
]


@pytest.mark.parametrize("choice, lines", ENDLESS)
def test_a_stream_of_lines_without_an_end_ends(choice, lines, content, tmp_path):
    place = ["--content", str(content), "--data", str(tmp_path)]
    options = [choice] if choice else []
    said = poured("".join(f"{line}\n" for line in lines).encode() * 100, *options, *place)
    said = b" ".join(said.split())
    kept = rb"beforehand resume [a-z]+-[a-z]+-\d --[^>]*$"
    assert re.search(kept if choice == "--keep" else rb"Nothing was kept\.$|(emergency|988)[^>]*$", said)


@pytest.mark.parametrize("byte", [b"a", b"\0"])
def test_a_line_without_an_end_ends(byte, content):
    said = poured(byte * 4096, "--keep-nothing", "--content", str(content))
    assert said.endswith(b"The input has ended. Nothing was kept.\n")


def poured(burst, *arguments):
    """What the program writes when this is poured in for ever: the pipe is closed by its end alone."""
    process = subprocess.Popen(
        [PROGRAM, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        bufsize=0)
    killer = threading.Timer(60, process.kill)
    killer.start()
    pourer = threading.Thread(target=pour, args=(process.stdin, burst))
    pourer.start()
    said, error = process.stdout.read(), process.stderr.read()
    assert process.wait() == 0 and error == b""
    pourer.join()
    killer.cancel()
    return said


def pour(pipe, burst):
    """Writes until nobody reads."""
    try:
        while True:
            pipe.write(burst)
    except BrokenPipeError:
        pipe.close()
