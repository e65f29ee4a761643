"""Answers in a person's own words: whatever the script, they come back as they were typed."""

import json
import os
import re
import signal
import subprocess

import pytest

from prompts import at, content, handle  # noqa: F401, a fixture
from terminal import BACKSPACE, ENTER, LEFT, PROGRAM, Terminal, control, paste

TEXTS = {
    "Vietnamese, composed": "Tôi sợ quên những ngày đã qua",
    "Vietnamese, decomposed": "To\u0302i so\u031b\u0323 que\u0302n nhu\u031b\u0303ng nga\u0300y",
    "marks no letter has": "q\u0303\u0323 x\u0301 m\u0327",
    "Hindi": "क्या यह मेरी नींद पर असर करेगा",
    "Thai": "ฉันกลัวว่าจะลืมที่อยู่",
    "Arabic": "هل سأنسى أسماء أولادي؟ 5 مرات",
    "Hebrew": "מה קורה אם זה לא עוזר? (שאלה)",
    "Persian": "می‌خواهم بدانم",
    "Chinese": "治疗以后我可以开车吗？",
    "Korean": "무엇이 \u1112\u1161\u11ab 달라지나요",
    "emoji": "👩‍🔬 👨‍👩‍👧‍👦 🇩🇪🇫🇷 👍🏽 ❤️",
    "signs": "=1+1 \"two\" 'three' <b> & \\ % {x} $HOME `id` -- ; |",
}


def meant_as_command(terminal, word):
    """Types a command where an answer is in one's own words, and says that it is one."""
    terminal.type(word, ENTER)
    terminal.see("It is my answer")
    terminal.type("2", ENTER)


def said(data, terminal):
    """The answer to the question in one's own words, as the journal has it."""
    place = ["--data", str(data)]
    shown = [
        subprocess.run(
            [PROGRAM, "journal", "show", handle(terminal), *place, *form], capture_output=True, timeout=60)
        for form in ([], ["--json"])
    ]
    assert [run.returncode for run in shown] == [0, 0]
    words = [event["words"] for event in json.loads(shown[1].stdout)["events"] if "words" in event]
    return shown[0].stdout.decode(), words[-1]


@pytest.mark.parametrize("columns", [40, 80, 132])
@pytest.mark.parametrize("name", TEXTS)
def test_an_answer_in_any_script_comes_back_whole(name, columns, content, tmp_path):
    text = TEXTS[name]
    options = {"rows": 40, "columns": columns}
    with at("text", content, "--keep", "--data", str(tmp_path), **options) as terminal:
        terminal.type(text, "x", LEFT, BACKSPACE, control("_"), control("e"), BACKSPACE, ENTER)
        terminal.see("Anything else?")
        meant_as_command(terminal, "review")
        terminal.read_on_to("Your answers")
        review = terminal.text.rsplit("Your answers", 1)[1]
        # A row ends where there was a space, or between two wide letters; words from right to left
        # are isolated from the text around them.
        assert text.replace(" ", "") in re.sub("[\\s\u2068\u2069]+", "", review)
        assert ("\u2068" in review) == (name in ("Arabic", "Hebrew", "Persian")), review
        shown, words = said(tmp_path, terminal)
        assert words == text
        assert text in shown


@pytest.mark.parametrize("is_pasted", [True, False])
def test_an_answer_of_many_pages_is_kept_whole(is_pasted, content, tmp_path):
    text = " ".join(f"word{number}" for number in range(1_150))[:10_000].strip()
    with at("text", content, "--keep", "--data", str(tmp_path)) as terminal:
        terminal.pour(paste(text) if is_pasted else text.encode())
        terminal.type(ENTER)
        terminal.see("Anything else?")
        assert said(tmp_path, terminal)[1] == text


def test_an_answer_that_is_too_long_is_cut_and_the_person_is_told(content, tmp_path):
    with at("text", content, "--keep", "--data", str(tmp_path)) as terminal:
        terminal.pour(paste("é" * 12_000))
        terminal.type(ENTER)
        terminal.see("Only the first 10,000 letters were")
        terminal.see("Anything else?")
        assert said(tmp_path, terminal)[1] == "é" * 10_000


@pytest.mark.parametrize("text", ["I want to die", "help", "some days i am better off dead"])
def test_a_call_for_help_is_never_kept_sent_or_not(text, content, tmp_path):
    place = ["--content", str(content), "--data", str(tmp_path)]
    first = at("text", content, "--keep", "--data", str(tmp_path), rows=60)
    first.type(text, ENTER)
    first.see("Help now")
    first.see("in your own words")
    first.see("> ")
    first.type(text)
    first.see(text)
    first.hang_up()
    os.waitpid(first.process.pid, 0)
    first.process.closed = True
    for form in ([], ["--json"]):
        shown = subprocess.run(
            [PROGRAM, "journal", "show", handle(first), "--data", str(tmp_path), *form],
            capture_output=True, timeout=60)
        assert shown.returncode == 0
        assert text.encode() not in shown.stdout and b"help" not in shown.stdout
        assert b"drafted" not in shown.stdout and b"not sent" not in shown.stdout
    with Terminal("resume", *place, timeout=5) as again:
        again.see("What is on your mind?")
        again.see("> ")
        again.drain(0.1)
        assert text not in again.text.split("What is on your mind?")[-1]


@pytest.mark.parametrize("ending", ["hang up", signal.SIGTERM])
def test_a_line_that_was_not_sent_is_there_again(ending, content, tmp_path):
    text = "q\u0303\u0323 日本 half a line"
    place = ["--content", str(content), "--data", str(tmp_path)]
    first = at("text", content, "--keep", "--data", str(tmp_path))
    first.type(text)
    first.see("half a line")
    first.hang_up() if ending == "hang up" else first.send_signal(ending)
    os.waitpid(first.process.pid, 0)
    first.process.closed = True
    shown = subprocess.run(
        [PROGRAM, "journal", "show", handle(first), "--json", "--data", str(tmp_path)],
        capture_output=True, timeout=60)
    events = json.loads(shown.stdout)["events"]
    assert [event["kind"] for event in events[-2:]] == ["drafted", "left"]
    assert b"half" not in shown.stdout
    # A look without a terminal leaves it where it is.
    subprocess.run([PROGRAM, "resume", *place], input=b"", capture_output=True, timeout=60)
    with Terminal("resume", *place, timeout=5) as again:
        again.see("What is on your mind?")
        again.see(f"> {text}")
        again.type("!", ENTER)
        again.see("Anything else?")
        assert said(tmp_path, first)[1] == f"{text}!"
        meant_as_command(again, "quit")
        again.finish()
    with Terminal("resume", *place, timeout=5) as later:
        later.see("Anything else?")
        later.see("> ")
        later.drain(0.1)
        assert "half" not in later.text
