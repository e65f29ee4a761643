"""What hides, moves or acts on a terminal is shown as what it is, whoever wrote it and wherever it comes out."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from terminal import PROGRAM

PROBE = Path(PROGRAM).parent / "journal-probe"
ODD = "\x1b[31mred\x07\r\x9b2J\u202eend"
ACTING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")


def run(*arguments, lines="", data=None, content=None):
    """All that is printed, and the exit code."""
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "BEFOREHAND_DATA": str(data)}
    if content:
        environment["BEFOREHAND_CONTENT"] = str(content)
    ended = subprocess.run(
        [PROGRAM, *map(str, arguments)], input=lines.encode(), capture_output=True, timeout=60,
        env=environment)
    return (ended.stdout + ended.stderr).decode(), ended.returncode


def folder(root, prose="Read this.", title="Probe", name="probe"):
    """A content folder of one guide, which asks what the probe of the journal answers."""
    (root / "guides").mkdir(parents=True)
    (root / "house.guide").write_text(f"title: House\nkind: house\n\n# shelf: Guides\nmenu\n  => {name}\n")
    (root / "guides" / f"{name}.guide").write_text(
        f"title: {title}\nkind: form\n\n# one: One\n{prose}\n\n? number: Which number?\n  [text]\n\n"
        "? last: And then?\n  [text]\n", newline="")
    return root


@pytest.mark.parametrize("arguments, lines", [
    (["page"], ""), (["page", "--json"], ""), (["page", "--large-print"], ""), (["resume"], "review\n"),
    (["resume"], "change\n2\nsame\nx\n1\n"), (["resume"], "stop here\n1\n"), (["journal", "show"], ""),
])
def test_words_that_no_prompt_would_take(tmp_path, arguments, lines):
    content, data = folder(tmp_path / "content"), tmp_path / "data"
    subprocess.run([PROBE, "sit", data, "odd"], check=True, capture_output=True)
    listed, _ = run("journal", "list", data=data)
    handle = re.search(r"[a-z]+-[a-z]+-\d", listed).group()
    said, code = run(*arguments, handle, lines=lines, data=data, content=content)
    assert code == 0
    assert "red" in said and not ACTING.search(said), said


@pytest.mark.parametrize("arguments", [
    [ODD], ["talk", ODD], [f"--{ODD}"], [f"--keep={ODD}"], ["resume", ODD], ["page", ODD],
    ["page", "--json", f"--{ODD}"], ["page", "--content", ODD], ["page", "maple-river-1", ODD],
    ["journal", ODD], ["journal", "show", ODD], ["journal", "erase", ODD], ["journal", "export", ODD],
    ["journal", "export", "maple-river-1", "--format", ODD], ["journal", "list", "--set-aside", ODD],
    ["journal", "list", "--set-aside", "one", "--data", "DATA"], ["check", ODD], ["check", f"--{ODD}"],
    ["check", "--content", ODD], ["format", ODD], ["test", ODD], ["test", "--content", ODD],
    ["explain", ODD], ["help", ODD], ["help", "language", ODD], ["logic", ODD],
    ["sign", ODD], ["sign", "what-to-expect", "--by", ODD, "--role", ODD],
    ["diff", ODD, ODD], ["diff", ODD, "Content"], ["diff", "Content", "Content", "--guide", ODD],
    ["graph", ODD], ["graph", "what-to-expect", "--format", ODD], ["try", ODD],
])
def test_arguments(tmp_path, arguments):
    data = tmp_path / f"data {ODD}"
    subprocess.run([PROBE, "sit", data, "first"], check=True, capture_output=True)
    said, _ = run(*(data if word == "DATA" else word for word in arguments), data=data)
    assert said and not ACTING.search(said), said


@pytest.mark.parametrize("arguments, lines", [
    (["check"], ""), (["check", "--format", "line"], ""), (["check", "--json"], ""), (["format", "--check"], ""),
    (["test"], ""), (["logic", "probe"], ""), (["logic", "probe", "--html"], ""), (["graph", "probe"], ""),
    (["graph", "probe", "--format", "dot"], ""), (["try", "probe"], "\n"), (["probe"], "2\n"),
    (["check", "--fix"], ""),
])
@pytest.mark.parametrize("where", ["prose", "title", "name", "transcript"])
def test_content(tmp_path, arguments, lines, where):
    odd = {where: ODD} if where != "transcript" else {}
    content = folder(tmp_path / ODD, **odd)
    (content / "transcripts").mkdir()
    typed = ODD if where == "transcript" else "one"
    (content / "transcripts" / f"{typed}.transcript").write_text(
        f"guide: probe\n\n> {typed}\n  ... {typed}\n", newline="")
    said, _ = run(*arguments, "--content", content, lines=lines, data=tmp_path / "data")
    assert not ACTING.search(said), said
