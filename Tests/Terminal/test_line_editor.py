"""The line editor on a real terminal.

The program under test, prompt-probe beside $BEFOREHAND_PROGRAM, reads lines at the prompt `> ` until `quit`, and says
what it got: `line N count SCALARS <TEXT> [HEX SCALARS]`, `cut` before it when that is not all,
`back`, `interrupted` or `ended: WHY`. Tab completes `ketamine`, `ketones`, `ECT`, `review` and `why`. At `next person` it makes a new editor,
at `release` too; at `crash now` it traps.
"""

import os
import random
import re
import signal
import stat
import subprocess
import time

import pexpect
import pytest

from terminal import (
    BACKSPACE, DELETE, DOWN, END, ENTER, ESCAPE, HOME, LEFT, PROBE, RIGHT, TAB, UP, Terminal,
    control, paste, random_keys,
)


@pytest.fixture
def marker(tmp_path):
    """An editor that leaves a mark when it is started, and the mark."""
    mark = tmp_path / "started"
    script = tmp_path / "editor"
    script.write_text(f"#!/bin/sh\ntouch {mark}\n")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return script, mark


def person(**options):
    terminal = Terminal(program=PROBE, **options)
    terminal.see("> ")
    return terminal


def answer(terminal, *keys):
    """Types a line and returns the text the program got, and how many scalars it has."""
    terminal.type(*keys, ENTER)
    match = terminal.see(re.compile(rb"line \d+ count (\d+) <[^\r\n]*?> \[([0-9a-f ]*)\]"))
    scalars = match.group(2).decode().split()
    text = "".join(chr(int(scalar, 16)) for scalar in scalars)
    assert len(text) == int(match.group(1))
    terminal.see("> ")
    return text


# What each attack types before an answer is asked for, and the answer that must come of it.
ATTACKS = {
    "vi editor": [ESCAPE, b"v", b"3v"],
    "vi editor after a pause": [ESCAPE, None, control("u"), b"v", control("u")],
    "command prompt": [ESCAPE + b"x", b"bind -v", control("u")],
    "command prompt, capital": [ESCAPE + b"X", control("u")],
    "8-bit meta x": [b"\xf8", b"\xff\xc3", control("u")],
    "vi command prompt": [ESCAPE, None, b":", control("u")],
    "shell editor chord": [control("x"), control("e")],
    "literal next escape": [control("v"), ESCAPE, None, control("u")],
    "literal next control": [control("v"), control("j")],
    "history search": [control("r"), b"secret", control("u")],
    "history keys": [UP, DOWN, control("p"), control("n"), ESCAPE + b"p", b"\x1bOA"],
    "yank": [control("u"), control("y"), ESCAPE + b"y"],
    "transpose, mark, argument": [control("t"), b"\x00", ESCAPE + b"9", control("u")],
    "end of input": [control("d"), control("d")],
    "signals": [control("z"), control("\\"), control("]"), control("_")],
    "flow control": [control("s"), control("q"), control("o")],
    "8-bit control": [b"\xc2\x9b31m", control("u")],
}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_inert(name, marker):
    editor, mark = marker
    variables = {"EDITOR": str(editor), "VISUAL": str(editor)}
    with person(environment=variables) as terminal:
        assert answer(terminal, "my secret") == "my secret"
        for keys in ATTACKS[name]:
            if keys is None:
                terminal.rest()
            else:
                terminal.type(keys)
                terminal.drain(0.05)
        terminal.type(control("u"))
        before = len(terminal.output)
        assert answer(terminal, "after") == "after"
        assert b"secret" not in terminal.output[before:]
        terminal.type("quit", ENTER)
        assert terminal.finish() == 0
    assert not mark.exists()


def test_what_one_person_killed_or_typed_ahead_never_reaches_the_next():
    with person() as terminal:
        terminal.type("canary", control("u"), "canary", control("a"), control("k"))
        terminal.type("canary", control("w"))
        assert answer(terminal, "canary") == "canary"
        # The last keys are typed ahead of the next person's prompt.
        terminal.type("next person", ENTER, "canary")
        terminal.see("welcome")
        terminal.see("> ")
        terminal.drain()
        before = len(terminal.output)
        terminal.type(control("y"), UP, control("p"), ESCAPE + b"y", ESCAPE + b"p", control("r"))
        assert answer(terminal, "mine") == "mine"
        assert b"canary" not in terminal.output[before:]


@pytest.mark.parametrize("kind", ["xterm-256color", "dumb"])
def test_control_c_is_reported_and_loses_nothing(kind):
    with person(environment={"TERM": kind}) as terminal:
        terminal.type("half ", control("c"))
        terminal.see("interrupted")
        terminal.see("> half ")
        assert answer(terminal, "a line") == "half a line"
        terminal.send_signal(signal.SIGINT)
        terminal.see("interrupted")


def test_control_d_z_and_backslash_do_nothing():
    with person() as terminal:
        keys = [control("d"), control("z"), b"\x1c", control("s"), control("q")]
        assert answer(terminal, *keys, "ab", *keys, LEFT, *keys) == "ab"


@pytest.mark.parametrize("key", [ESCAPE, control("b")])
@pytest.mark.parametrize("kind", ["xterm-256color", "dumb"])
def test_escape_and_control_b_go_back_from_an_empty_line_only(key, kind):
    with person(environment={"TERM": kind}) as terminal:
        terminal.type("xy", key)
        terminal.rest()
        assert answer(terminal, "z").replace("z", "") == "xy"
        assert b"back" not in terminal.output
        terminal.type(LEFT, RIGHT)
        terminal.drain(0.1)
        assert b"back" not in terminal.output
        terminal.type(key)
        terminal.see("back")


def test_a_key_that_begins_with_an_escape_does_not_go_back():
    with person() as terminal:
        assert answer(terminal, "b", LEFT, "a", RIGHT, "c") == "abc"
        assert b"back" not in terminal.output


def test_the_editing_keys_edit():
    with person() as terminal:
        assert answer(terminal, "bc", HOME, "a", END, "d") == "abcd"
        assert answer(terminal, "abc", control("b"), BACKSPACE) == "ac"
        assert answer(terminal, "abc", LEFT, LEFT, DELETE) == "ac"
        assert answer(terminal, "abc", DELETE) == "abc"
        assert answer(terminal, "one two", control("w"), "2") == "one 2"
        assert answer(terminal, "one two", control("u"), "3") == "3"
        assert answer(terminal, "one two", HOME, RIGHT, RIGHT, RIGHT, control("k")) == "one"
        assert answer(terminal, "one", control("a"), control("f"), "x") == "oxne"
        assert answer(terminal, "ab", b"\x1bOD", "x", b"\x1b[1;2D", "y", b"\x1bOF") == "ayxb"
        assert answer(terminal, "one two", b"\x1b[1;5D", "x", b"\x1b[1;5D", "y") == "one yxtwo"
        assert answer(terminal, "one two", HOME, b"\x1b[1;5C", b"\x1b[1;3C", "x") == "one twox"


@pytest.mark.parametrize("kind, text", [("xterm-256color", "oxne"), ("dumb", "onex")])
def test_control_l_asks_again_and_loses_nothing(kind, text):
    with person(environment={"TERM": kind}) as terminal:
        terminal.type("one", control("a"), control("f"), control("l"))
        terminal.see("refreshed")
        terminal.see("> one")
        assert answer(terminal, "x") == text
        assert b"\x1b[2J" not in terminal.output


UNDO = control("_")


@pytest.mark.parametrize("kind", ["xterm-256color", "dumb"])
def test_undo_takes_back_a_word_a_deletion_or_a_paste(kind):
    with person(environment={"TERM": kind}) as terminal:
        assert answer(terminal, "one two three", UNDO) == "one two"
        assert answer(terminal, "one two", UNDO, UNDO, UNDO, "x") == "x"
        assert answer(terminal, "one two", control("u"), UNDO, "!") == "one two!"
        assert answer(terminal, "one two", control("w"), UNDO) == "one two"
        assert answer(terminal, "one", BACKSPACE, BACKSPACE, UNDO) == "one"
        assert answer(terminal, "one ", paste("two three"), UNDO, "!") == "one !"
        assert answer(terminal, "k", TAB, "o", TAB, UNDO) == "keto"
        # Nothing of one line comes back in the next.
        assert answer(terminal, "canary", control("u"), "x") == "x"
        assert answer(terminal, UNDO, UNDO, "y") == "y"


def test_undo_takes_back_what_was_done_in_the_middle():
    with person() as terminal:
        assert answer(terminal, "one two", HOME, control("k"), UNDO, "x") == "xone two"
        assert answer(terminal, "one two", HOME, DELETE, DELETE, UNDO) == "one two"
        assert answer(terminal, "one two", LEFT, "x", UNDO, UNDO) == "one"


# Each is one letter to a person.
LETTERS = [
    "e\u0301", "q\u0303\u0323", "u\u031b\u0309", "नि", "ที่", "👩‍🔬", "👨‍👩‍👧‍👦", "🇩🇪", "👍🏽", "❤️",
    "\u1112\u1161\u11ab",
]


@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_is_passed_and_deleted_with_its_marks(letter):
    with person() as terminal:
        assert answer(terminal, f"a{letter}", BACKSPACE, "b") == "ab"
        assert answer(terminal, f"a{letter}c", LEFT, BACKSPACE, "b") == "abc"
        assert answer(terminal, f"a{letter}", LEFT, "b") == f"ab{letter}"
        assert answer(terminal, f"a{letter}b", HOME, RIGHT, DELETE) == "ab"
        assert answer(terminal, f"a{letter}", HOME, RIGHT, RIGHT, "b") == f"a{letter}b"
        # One typed before another that it could join.
        assert answer(terminal, letter, HOME, letter, "x") == f"{letter}x{letter}"


def test_the_end_of_a_letter_can_be_typed_later():
    with person() as terminal:
        assert answer(terminal, "ae", LEFT, RIGHT, "\u0301", "b", BACKSPACE, BACKSPACE) == "a"
        assert answer(terminal, "\u0301", "a", HOME, "x") == "x\u0301a"


@pytest.mark.parametrize("locale", ["C", "C.UTF-8", "POSIX", "xx_YY.UTF-8", "en_US.ISO-8859-1", ""])
@pytest.mark.parametrize("kind", ["xterm-256color", "linux", "dumb", "no-such-terminal", None])
def test_letters_of_every_language_survive(locale, kind):
    text = "é 日本 e\u0301 ñ नमस्ते สวัสดี שלום 👩‍🔬"
    with person(environment={"LC_ALL": locale, "LANG": None, "TERM": kind}) as terminal:
        assert answer(terminal, text) == text


def test_every_latin_letter_is_a_letter_and_no_command():
    text = "".join(chr(code) for code in range(0xA1, 0x180) if code != 0xAD)
    with person() as terminal:
        assert answer(terminal, text) == text


def test_what_acts_on_the_terminal_or_hides_is_dropped():
    with person() as terminal:
        hidden = "\u202e\u2066\u200b\ufeff\U000e0041\u2028\u0085\u00ad\u2060\x07\x0e"
        assert answer(terminal, "a", hidden, "b") == "ab"
        invalid = [b"\xc3", b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\x00"]
        assert answer(terminal, "a", *invalid, "b") == "ab"
        assert answer(terminal, "a", b"\x1b]0;title\x07", b"\x1bP1q\x1b\\", "b") == "ab"
        assert answer(terminal, "a", b"\x1b[M !!", b"\x1b[<0;1;1M", b"\x1b[[A", "b") == "ab"
        unknown = [b"\x1b[?1;2c", b"\x1b[27;5;13~", b"\x1b[999999999~"]
        assert answer(terminal, "a", *unknown, "b") == "ab"


def test_a_paste_is_one_line_and_never_submits():
    with person() as terminal:
        text = paste("one\r\ntwo\nthree\r\x1b[A\x03four")
        assert answer(terminal, text, "!") == "one two three four!"
        assert b"interrupted" not in terminal.output
        terminal.pour(b"\x1b[200~never ended\r")
        time.sleep(1.3)
        assert answer(terminal, "") == "never ended "
        assert b"\x1b[?2004h" in terminal.output
        terminal.type("quit", ENTER)
        assert terminal.finish() == 0
        assert b"\x1b[?2004l" in terminal.output


LIMIT = 10_000


@pytest.mark.parametrize("kind", ["xterm-256color", "dumb"])
@pytest.mark.parametrize("count", [2_000, LIMIT, 100_000])
@pytest.mark.parametrize("is_pasted", [True, False])
def test_a_long_line_is_whole_up_to_the_limit(kind, count, is_pasted):
    text = "".join(chr(ord("a") + index * index % 26) for index in range(count))
    with person(environment={"TERM": kind}, timeout=20) as terminal:
        terminal.pour(paste(text) if is_pasted else text.encode())
        for rows, columns in [(30, 50), (10, 40), (3, 7), (24, 80)]:
            terminal.type(UP, DOWN, UP)
            terminal.resize(rows, columns)
        assert answer(terminal) == text[:LIMIT]
        assert (b"cut" in terminal.output) == (count > LIMIT)
        assert (b"\a" in terminal.output) == (count > LIMIT)
        assert answer(terminal, "short") == "short"


def test_a_long_line_is_edited_anywhere():
    text = "".join(chr(ord("a") + index * index % 26) for index in range(5_000))
    with person(timeout=20) as terminal:
        terminal.pour(paste(text))
        assert answer(terminal, HOME, "x", RIGHT, RIGHT, BACKSPACE, END, "y") == (
            "x" + text[0] + text[2:] + "y")
        assert answer(terminal, paste(text), LEFT * 2_500, paste("日本"), END, BACKSPACE) == (
            text[:2_500] + "日本" + text[2_500:-1])


def test_a_line_is_cut_between_two_letters():
    letter = "q\u0303\u0323"
    with person(timeout=20) as terminal:
        terminal.pour(paste(letter * (LIMIT + 10)))
        assert answer(terminal) == letter * LIMIT
        assert answer(terminal, "x" + "\u0301" * 100) == "x" + "\u0301" * 31


def test_tab_completes_the_given_words_only():
    with person() as terminal:
        assert answer(terminal, "keta", TAB) == "ketamine"
        assert answer(terminal, "k", TAB, "o", TAB) == "ketones"
        assert answer(terminal, "ec", TAB) == "ecT"
        assert answer(terminal, "/et", TAB, "~ro", TAB) == "/et~ro"
        assert answer(terminal, TAB, TAB, "x", TAB) == "x"


def test_a_resize_in_the_middle_of_a_line_keeps_the_line():
    with person() as terminal:
        terminal.type("before ")
        for rows, columns in [(24, 60), (30, 132), (10, 40), (24, 80)]:
            terminal.resize(rows, columns)
            terminal.drain(0.05)
            terminal.type("x")
        assert answer(terminal, " after") == "before xxxx after"
        # Too small for libedit, which then writes outside its memory: the line goes on without it.
        terminal.type("wide 日本")
        terminal.drain(0.05)
        terminal.resize(2, 5)
        terminal.drain(0.05)
        terminal.type("日")
        assert answer(terminal, BACKSPACE, "!") == "wide 日本!"
        assert answer(terminal, "tiny") == "tiny"
        terminal.resize(24, 80)
        assert answer(terminal, "b", LEFT, "a") == "ab"


@pytest.mark.parametrize("columns, rows", [(39, 24), (80, 9), (1, 1), (5, 3)])
def test_a_tiny_terminal_still_takes_lines(columns, rows):
    with person(columns=columns, rows=rows) as terminal:
        assert answer(terminal, "日本", BACKSPACE, "x", UP, LEFT) == "日x"


@pytest.mark.parametrize("kind", ["dumb", "emacs", "no-such-terminal", "", None])
def test_a_dumb_terminal_gets_no_escape_sequence(kind):
    with person(environment={"TERM": kind}) as terminal:
        assert answer(terminal, "abd", BACKSPACE, "c", control("v"), UP, control("p")) == "abc"
        assert answer(terminal, "gone", control("u"), "k", TAB, "o", TAB) == "ketones"
        terminal.type("x")
        terminal.type(control("c"))
        terminal.see("interrupted")
        terminal.see("> x")
        terminal.type(control("u"))
        assert answer(terminal, paste("one\ntwo")) == "one two"
        assert b"\x1b" not in terminal.output
        assert b"terminal type" not in terminal.output


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_end_ends_within_a_second(number):
    with person() as terminal:
        terminal.type("half a line")
        terminal.drain(0.05)
        started = time.monotonic()
        terminal.send_signal(number)
        terminal.see("ended: terminated" if number == signal.SIGTERM else "ended: hangUp")
        assert terminal.finish() == 0
        assert time.monotonic() - started < 1


def test_quit_and_stop_signals_from_outside_do_nothing():
    with person() as terminal:
        terminal.send_signal(signal.SIGQUIT)
        terminal.send_signal(signal.SIGTSTP)
        assert answer(terminal, "here") == "here"


def test_a_vanished_terminal_ends_the_program():
    terminal = person()
    process = terminal.process.pid
    terminal.hang_up()
    for _ in range(50):
        if os.waitpid(process, os.WNOHANG)[0]:
            return
        time.sleep(0.02)
    pytest.fail("still running a second after its terminal vanished")


@pytest.mark.parametrize("kind", ["xterm-256color", "dumb"])
def test_the_terminal_is_given_back_as_it_was(kind):
    script = "stty -a > $BEFORE; $PROBE; stty -a > $AFTER"
    folder = os.environ.get("TMPDIR", "/tmp")
    names = {name: f"{folder}/stty-{os.getpid()}-{name}" for name in ("BEFORE", "AFTER")}
    child = pexpect.spawn(
        "/bin/sh", ["-c", script], timeout=5,
        env={"PATH": os.environ["PATH"], "TERM": kind, "PROBE": PROBE, **names})
    child.expect("> ")
    child.send("next person\r")
    child.expect("welcome")
    child.expect("> ")
    child.send("quit\r")
    child.expect(pexpect.EOF)
    states = []
    for name in names.values():
        with open(name) as file:
            states.append(file.read())
        os.remove(name)
    assert states[0] == states[1]


def test_a_crash_shows_nothing():
    with person() as terminal:
        terminal.type("crash now", ENTER)
        assert terminal.finish() in (-signal.SIGILL, -signal.SIGTRAP)
        for trace in (b"Press space", b"Backtrace", b"main.swift:", b"0x0"):
            assert trace not in terminal.output.split(b"Fatal error")[-1]


def test_keys_between_two_lines_are_mute():
    with person() as terminal:
        # In one burst, so that most of it arrives while no line is being read.
        terminal.type(*[b"x\r\x03\x1a\x1c\x13" for _ in range(200)])
        terminal.calm()
        assert b"^" not in terminal.output
        assert answer(terminal, "alive") == "alive"


@pytest.mark.parametrize("ahead", [b"two\rthree\r", paste("two\nthree\n"), b"two three", b"\x1b"])
def test_what_is_typed_before_a_prompt_is_dropped(ahead):
    with person() as terminal:
        terminal.type("one", ENTER, ahead)
        terminal.see(re.compile(rb"line 1 count \d+ <one"))
        terminal.see("> ")
        terminal.drain(0.1)
        terminal.type("four", ENTER)
        assert terminal.see(re.compile(rb"line 2 count \d+ <([^\r\n]*?)> \[")).group(1) == b"four"


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"ACCESSIBLE": "1"}])
def test_a_paste_without_marks_is_one_line_and_never_submits(environment):
    with person(environment=environment) as terminal:
        terminal.pour(b"one\r\ntwo\nthree\r")
        terminal.drain()
        assert b"line 1" not in terminal.output
        assert answer(terminal, "!") == "one two three!"
        # Enter that nothing follows is Enter.
        assert answer(terminal, "four") == "four"


@pytest.mark.parametrize("seed", range(4))
def test_a_flood_of_random_keys_starts_nothing_and_breaks_nothing(seed, marker):
    editor, mark = marker
    dice = random.Random(seed)
    kind = ["xterm-256color", "linux", "vt100", "dumb"][seed % 4]
    rows, columns = dice.choice([(24, 80), (10, 40), (50, 132)])
    variables = {"EDITOR": str(editor), "VISUAL": str(editor), "TERM": kind}
    with person(rows=rows, columns=columns, environment=variables, timeout=30) as terminal:
        for _ in range(25):
            assert not terminal.pour(random_keys(dice, 2_000))
            if dice.random() < 0.3:
                terminal.resize(dice.randrange(1, 60), dice.randrange(1, 140))
        terminal.resize(24, 80)
        terminal.calm()
        terminal.type("still here", ENTER)
        terminal.see("<still here>")
    assert not mark.exists()


def piped(data):
    run = subprocess.run([PROBE], input=data, capture_output=True, timeout=10)
    assert run.returncode == 0
    return run.stdout.decode().splitlines()


def test_lines_come_from_a_pipe():
    assert piped(b"one\r\ntwo\nlast")[1:] == [
        "line 1 count 3 <one> [6f 6e 65]", "line 2 count 3 <two> [74 77 6f]",
        "line 3 count 4 <last> [6c 61 73 74]", "ended: endOfInput",
    ]
    assert piped(b"")[1:] == ["ended: endOfInput"]
    assert piped(b"\n")[1:] == ["line 1 count 0 <> []", "ended: endOfInput"]


def test_a_pipe_is_filtered_and_capped_too():
    assert piped(b"a\x00\x1b\xff\xc0\xaf\xed\xa0\x80\xe2\x80\xaeb\tc\n")[1] == (
        "line 1 count 4 <ab c> [61 62 20 63]")
    lines = piped("日".encode() * 400_000 + b"\nnext\n")
    assert lines[1] == "cut"
    assert lines[2].startswith(f"line 1 count {LIMIT} <日日")
    assert lines[3] == "line 2 count 4 <next> [6e 65 78 74]"
