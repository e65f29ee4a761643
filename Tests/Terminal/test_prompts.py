"""What must hold at every kind of prompt: no key does harm, help is one word away, and whatever
ends the program loses nothing."""

import os
import re
import resource
import signal
import subprocess
import time

import pytest

from prompts import NOT_KEPT, PROMPTS, at, content, handle, leave  # noqa: F401, a fixture
from terminal import (
    BACKSPACE, CALM, DELETE, DOWN, ENTER, ESCAPE, LEFT, PROGRAM, RIGHT, TAB, UP, control, paste,
)

TRACES = [b"Press space", b"Backtrace", b"Fatal error", b"Thread 0", b".swift:"]
EVERYWHERE = pytest.mark.parametrize("prompt", PROMPTS)
# What comes after each prompt is seen again by a person who comes back to it.
QUESTIONS = {
    "menu": "2  Others", "choice": "Which drink?", "ticks": "Which food?", "number": "How many?",
    "text": "What is on your mind?", "pause": "Which food?", "confirmation": "Which food?",
    "review": "Which food?", "read on": "The last one?", "check": "When may you drive?",
    "weigh": "A clear memory", "amount": "What is one visit?", "change": "Which drink?",
    "last review": "Your answers", "words or command": "What is on your mind?",
    "keeping": "Do you want this computer to keep your answers?",
    "keeping again": "Do you want to keep your answers after all?", "keeping now": "Which food?",
    "leaving": "What is one visit?", "matter most": "Your answers", "form": "Which food?", "file name": "Which food?",
}


@EVERYWHERE
def test_control_c_says_how_to_leave_and_does_nothing_else(prompt, content):
    with at(prompt, content, "--keep-nothing") as terminal:
        terminal.type("abc", control("c"))
        terminal.see("Type quit to leave.")
        terminal.see("> abc")
        assert terminal.is_alive


@EVERYWHERE
def test_keys_that_do_harm_elsewhere_do_none_here(prompt, content):
    with at(prompt, content, "--keep-nothing") as terminal:
        for key in [
            control("d"), control("z"), b"\x1c", control("s"), control("q"), control("v"), control("x"),
            control("o"), control("r"), control("t"), control("y"), b"\x00", b"\x1d", b"\x1e", UP, DOWN,
            LEFT, RIGHT, BACKSPACE, DELETE, b"\x1b[5~", b"\x1bv", b"\x1bx", b"\x1b:", b"\x1b[15~",
        ]:
            terminal.type(key)
        terminal.type("help", ENTER)
        terminal.see("Help now")
        terminal.see("> ")
        assert not any(trace in terminal.output for trace in TRACES)
        assert b"Type quit" not in terminal.output


@EVERYWHERE
def test_a_paste_never_submits(prompt, content):
    with at(prompt, content, "--keep-nothing") as terminal:
        before = len(terminal.text)
        terminal.type(paste("1\n2\r\nquit\n"))
        terminal.see("1 2 quit ")
        terminal.drain(0.1)
        assert terminal.text[before:].count("\n") == 0
        terminal.type(CALM, "988", ENTER)
        terminal.see("Help now")


@EVERYWHERE
@pytest.mark.parametrize("key", [ESCAPE, control("b"), "back\r"])
def test_escape_control_b_and_back_are_the_same(prompt, key, content):
    with at(prompt, content, "--keep-nothing") as terminal:
        terminal.type(key)
        if prompt == "text" and key == "back\r":
            terminal.see("It is my answer")
            terminal.type("2", ENTER)
        terminal.see({
            "menu": "This is the beginning", "choice": "1  Kinds", "ticks": "Which drink?",
            "number": "Which food?", "text": "How many?", "pause": "Which food?",
            "confirmation": "Which food?", "review": "Which food?", "read on": "Anything else?",
            "check": "2  Others", "weigh": "When may you drive?", "amount": "Fewer visits",
            "change": "Which food?", "last review": "What would you like to look at?",
            "words or command": "What is on your mind?", "keeping": "This is the beginning",
            "keeping again": "What would you like to look at?", "keeping now": "Which food?",
            "leaving": "What is one visit?", "matter most": "1  Show my page", "form": "Which food?",
            "file name": "4  Do not save it",
        }[prompt])
        terminal.see("> ")


@EVERYWHERE
def test_tab_completes_no_file_and_no_name(prompt, content):
    with at(prompt, content, "--keep-nothing") as terminal:
        terminal.type("/et", TAB, "~ro", TAB, "$HO", TAB, "!")
        terminal.see("/et~ro$HO!")


@EVERYWHERE
def test_pause_waits_and_goes_on(prompt, content):
    with at(prompt, content, "--keep-nothing") as terminal:
        terminal.type("pause", ENTER)
        if prompt == "text":
            terminal.see("It is my answer")
            terminal.type("2", ENTER)
        terminal.see("Take your time")
        terminal.see("keep reading > ")
        terminal.type(ENTER)
        terminal.see("First line." if prompt == "read on" else QUESTIONS[prompt])


@pytest.mark.parametrize("prompt", ["keeping", "keeping again", "last review", "choice", "menu"])
def test_enter_alone_asks_again(prompt, content):
    with at(prompt, content, "--keep-nothing") as terminal:
        for _ in range(4):
            terminal.type(ENTER)
            terminal.read_on_to(QUESTIONS[prompt])


WORDS = [
    "?", "why", "sources", "repeat", "define tea", "same", "skip", "menu", "pause", "1", "review",
    "change", "change 2", "forget", "back", "xyz", "help", "stop here", "pause", "back",
]


@EVERYWHERE
def test_whatever_is_typed_a_question_follows(prompt, content):
    with at(prompt, content, "--keep-nothing") as terminal:
        for word in WORDS:
            before = len(terminal.text)
            terminal.type(word, ENTER)
            goes_on = terminal.wait_for_prompt()
            shown = terminal.text[before:]
            if not goes_on:
                assert re.search(r"call or text 988|emergency number, or", shown)
                break
            question = (
                r"^ *1  |^Which three|^What should|^Type (a number|an amount|a line|the numbers) "
                r"|^Press Enter to keep reading > ")
            assert re.search(question, shown, re.MULTILINE), (word, shown)


@EVERYWHERE
def test_the_words_to_type_are_listed_and_quit_leaves(prompt, content):
    with at(prompt, content, "--keep-nothing") as terminal:
        terminal.type("?", ENTER)
        terminal.see("where am i" if prompt == "read on" else "Words you can type here")
        leave(terminal)
        terminal.see(re.compile(rb"call or text 988|emergency"))
        assert terminal.finish() == 0


@EVERYWHERE
@pytest.mark.parametrize("environment, escape", [
    ({"TERM": "dumb"}, rb"\x1b"), ({"NO_COLOR": "1"}, rb"\x1b\[[0-9;]*m"),
])
def test_without_color_there_is_none_and_a_dumb_terminal_gets_no_escape(
        prompt, environment, escape, content):
    with at(prompt, content, "--keep-nothing", environment=environment) as terminal:
        terminal.type("abc", LEFT, BACKSPACE, control("w"), control("u"), "help", ENTER)
        terminal.see("Help now")
        terminal.see("> ")
        assert not re.search(escape, terminal.output)


def test_forget_twice_erases_and_offers_to_go_on(content, tmp_path):
    with at("ticks", content, "--keep", "--data", str(tmp_path)) as terminal:
        terminal.type("forget", ENTER)
        terminal.wait_for_prompt()
        assert terminal.text.count("Type forget once more") == 1
        terminal.type("forget", ENTER)
        terminal.see("2  End here")
        terminal.type("1", ENTER)
        terminal.see("Which food?")
        shown = subprocess.run(
            [PROGRAM, "journal", "show", handle(terminal), "--data", str(tmp_path)], capture_output=True, timeout=60)
        assert shown.returncode == 66
        terminal.type("1", ENTER)
        terminal.see("How many?")


def test_keep_later_keeps_what_was_answered_before(content, tmp_path):
    with at("ticks", content, "--keep-nothing", "--data", str(tmp_path)) as terminal:
        terminal.type("keep", ENTER)
        terminal.see("those you have given so far?")
        terminal.type("1", ENTER)
        terminal.see("Which food?")
        terminal.type("keep", ENTER)
        terminal.see("kept already")
        leave(terminal)
        assert terminal.finish() == 0
        _, shown = reopened(content, tmp_path, terminal)
        assert "Tea" in shown


@pytest.mark.parametrize("choice, ending", [
    ("1", "What matters to me"), ("2", "Your answers are kept"), ("3", "If you need help later"),
    ("quit", "If you need help later")])
def test_whoever_leaves_with_nothing_kept_is_asked_about_the_page(choice, ending, content, tmp_path):
    with at("leaving", content, "--keep-nothing", "--data", str(tmp_path), rows=60) as terminal:
        before = len(terminal.text)
        terminal.type(choice, ENTER)
        terminal.see(ending)
        assert ("What matters to me" in terminal.text[before:]) == (choice == "1")
        assert (tmp_path / "journal.sqlite").exists() == (choice == "2")


@pytest.mark.parametrize("choice, follows", [("1", "Anything else?"), ("2", "How many?")])
def test_whether_a_command_was_meant_as_an_answer_is_asked(choice, follows, content):
    with at("words or command", content, "--keep-nothing") as terminal:
        terminal.type(choice, ENTER)
        terminal.see(follows)


def test_what_did_not_fit_is_a_draft(content):
    with at("number", content, "--keep-nothing") as terminal:
        terminal.type("1l", ENTER)
        terminal.see("How many?")
        terminal.see("> 1l")
        # Enter alone is an empty line, a deleted letter keeps the rest, and a typed one replaces it all.
        terminal.type(ENTER)
        terminal.see("How many?")
        terminal.see("> ")
        terminal.drain(0.1)
        assert not terminal.text.endswith("1l")
        terminal.type("1l", ENTER)
        terminal.see("> 1l")
        terminal.type(BACKSPACE, "0", ENTER)
        terminal.see("What is on your mind?")


def test_control_l_shows_the_question_again(content):
    with at("choice", content, "--keep-nothing") as terminal:
        terminal.type("tea", control("l"))
        terminal.see("Which drink?")
        terminal.see("2  Coffee")
        terminal.see("> tea")
        assert b"\x1b[2J" not in terminal.output
        terminal.type(ENTER)
        terminal.see("Which food?")


def test_a_label_fits_from_its_beginning_only(content):
    with at("check", content, "--keep-nothing") as terminal:
        offer = 'If you mean "The next day", type 2.'
        for words, told in [("next day", offer), ("day", offer), ("later", "not one of the choices")]:
            terminal.type(words, ENTER)
            terminal.see(told)
            terminal.type("back", ENTER)
            terminal.see("2  Others")
            terminal.type("2", ENTER)
            terminal.see("2  The next day")
        terminal.type("the n", ENTER)
        terminal.see("A clear memory")


def test_an_answer_is_changed_from_the_review(content):
    with at("number", content, "--keep-nothing") as terminal:
        terminal.type("review", ENTER)
        number = terminal.see(re.compile(r"(\d+) [^\r\n]*Which drink\? – Tea".encode())).group(1)
        terminal.type(number, ENTER)
        terminal.see("Before, you said: Tea.")
        terminal.type("coffee", ENTER)
        terminal.see("2  Which drink? – Coffee")
        terminal.type("done", ENTER)
        terminal.see("How many?")


def reopened(content, data, terminal):
    """What a person reads who comes back, and the last that was kept."""
    name = handle(terminal)
    place = ["--content", str(content), "--data", str(data)]
    shown = subprocess.run(
        [PROGRAM, "journal", "show", name, "--data", str(data)], capture_output=True, timeout=60)
    again = subprocess.run(
        [PROGRAM, "resume", name, *place], input=b"", capture_output=True, timeout=60)
    assert again.returncode == 0 and shown.returncode == 0
    return again.stdout.decode(), shown.stdout.decode()


@pytest.mark.parametrize("prompt", [each for each in PROMPTS if each not in NOT_KEPT])
@pytest.mark.parametrize("ending", ["hang up", signal.SIGHUP, signal.SIGTERM])
def test_an_end_from_outside_keeps_all_and_comes_at_once(prompt, ending, content, tmp_path):
    terminal = at(prompt, content, "--keep", "--data", str(tmp_path / "data"))
    terminal.type("half a line")
    terminal.see("half a line")
    process = terminal.process.pid
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    if ending == "hang up":
        terminal.hang_up()
    else:
        terminal.send_signal(ending)
    assert ended_within(process, 1) == 0
    used_after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert used_after.ru_utime - used.ru_utime < 1
    again, shown = reopened(content, tmp_path / "data", terminal)
    assert "half a line" not in again + shown
    assert ("a line was typed and not sent" in shown) == (prompt == "text")
    assert QUESTIONS[prompt] in again
    reason = "the program was ended" if ending == signal.SIGTERM else "the terminal went away"
    assert f"left: {reason}" in shown
    assert shown.count("left: ") == 1
    terminal.process.closed = True


def ended_within(process, seconds):
    """The exit code of a process, or minus the signal that ended it; None if it still runs."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        done, status = os.waitpid(process, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    return None


def through_a_pipe(content, data, **options):
    """The program on pipes, with one question answered."""
    process = subprocess.Popen(
        [PROGRAM, "kinds", "--keep", "--content", str(content), "--data", str(data)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
    process.stdin.write(b"tea\nhalf a line")
    process.stdin.flush()
    said = b""
    while b"Which food?" not in said:
        said += os.read(process.stdout.fileno(), 4096)
    return process


@pytest.mark.parametrize("ending", ["end of input", signal.SIGHUP, signal.SIGTERM])
def test_an_end_on_a_pipe_says_how_to_come_back(ending, content, tmp_path):
    process = through_a_pipe(content, tmp_path)
    if ending != "end of input":
        process.send_signal(ending)
    said, error = process.communicate(timeout=5)
    assert process.returncode == 0 and error == b""
    name = re.search(rb"beforehand resume ([a-z]+-[a-z]+-\d)", said).group(1).decode()
    shown = subprocess.run(
        [PROGRAM, "journal", "show", name, "--data", str(tmp_path)], capture_output=True, timeout=60)
    reason = {
        "end of input": b"left: the input ended", signal.SIGHUP: b"left: the terminal went away",
        signal.SIGTERM: b"left: the program was ended",
    }[ending]
    assert reason in shown.stdout
    assert (b"half" in said) == (ending == "end of input")


def test_what_is_to_outlive_its_terminal_does(content, tmp_path):
    process = through_a_pipe(
        content, tmp_path, preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    process.send_signal(signal.SIGHUP)
    said, _ = process.communicate(b"\nskip\n", timeout=5)
    assert process.returncode == 0 and b"How many?" in said
