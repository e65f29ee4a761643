"""The built program on a real terminal, and through a pipe."""

import os
import signal
import subprocess

import pytest

from terminal import DOWN, ENTER, ESCAPE, PROGRAM, TAB, UP, Terminal, control, paste


def guide(*arguments, **options):
    """A person at the first question of what-to-expect."""
    terminal = Terminal("what-to-expect", "--keep-nothing", *arguments, timeout=20, **options)
    terminal.see("About twenty minutes")
    terminal.see("> ")
    return terminal


def piped(text, *arguments, columns="80", **options):
    """What the program prints for this input, and its exit code."""
    environment = {"PATH": os.environ["PATH"], "COLUMNS": columns, "LC_ALL": "C.UTF-8"}
    data = text if isinstance(text, bytes) else text.encode()
    run = subprocess.run(
        [PROGRAM, *arguments, "--keep-nothing"], input=data, capture_output=True, timeout=60,
        env=environment, **options)
    return run.stdout.decode(), run.returncode, run.stderr.decode()


def test_a_guide_is_walked_to_its_end():
    with guide(rows=150) as terminal:
        for answer, next_words in [("1", "I am not sure"), ("no", "How long should they wait"), ("3", "Your answers")]:
            terminal.type(answer, ENTER)
            terminal.read_on_to(next_words)
        terminal.type("done", ENTER)
        terminal.see("What I want to ask")
        assert terminal.finish() == 0


@pytest.mark.parametrize("word", ["help", "988", "crisis", "SOS", "suicide", "help now", "I want to die"])
def test_help_is_one_word_away(word):
    with guide() as terminal:
        terminal.type(word, ENTER)
        terminal.see("Help now")
        terminal.see("988")
        terminal.drain()
        assert terminal.is_alive


def test_back_is_escape_too():
    with guide() as terminal:
        terminal.type("1", ENTER)
        terminal.read_on_to("I am not sure")
        terminal.type(ESCAPE)
        terminal.rest()
        terminal.see("About twenty minutes")


@pytest.mark.parametrize("key", ["c", "d", "z", "\\", "s", "q", "r", "v", "x"])
def test_no_key_ends_or_stops_the_program(key):
    with guide() as terminal:
        terminal.type(control(key) if key != "\\" else b"\x1c")
        terminal.drain()
        assert terminal.is_alive
        terminal.type(control("u"), "1", ENTER)
        terminal.see("Tell your team first")


def test_tab_completes_a_choice():
    with guide() as terminal:
        terminal.type("about tw", TAB, ENTER)
        terminal.read_on_to("Which of these are true for you")


def test_a_paste_is_one_line():
    with guide() as terminal:
        terminal.type(paste("1\nno\n"), ENTER)
        terminal.see("not one of the choices")


def test_arrow_keys_bring_nothing_back():
    with guide() as terminal:
        terminal.type("about seven", ENTER)
        terminal.read_on_to("I am not sure")
        terminal.type(UP, DOWN, UP, ENTER)
        terminal.see("I am not sure")


def test_long_text_pauses_before_it_scrolls_away():
    with Terminal("what-to-expect", "--keep-nothing", rows=14, timeout=20) as terminal:
        terminal.see("Press Enter to keep reading > ")
        terminal.drain()
        assert "How much time" not in terminal.text
        terminal.type(ENTER)
        terminal.see("How much time")


@pytest.mark.parametrize("keys", [ENTER, " ", "next\r", "go on\r", "OK\r", "continue\r", "more\r"])
def test_enter_space_or_a_word_reads_on(keys):
    with Terminal("what-to-expect", "--keep-nothing", rows=14, timeout=20) as terminal:
        terminal.see("Press Enter to keep reading > ")
        terminal.type(keys)
        terminal.see("About twenty minutes")


def test_the_page_before_is_shown_again():
    with Terminal("what-to-expect", "--keep-nothing", rows=14, timeout=20) as terminal:
        terminal.read_on_to("About twenty minutes")
        terminal.type("2", ENTER)
        pages = []
        for keys in ["", ENTER, ENTER, "b\r"]:
            before = len(terminal.output)
            terminal.type(keys)
            terminal.see("Press Enter to keep reading > ")
            pages.append(terminal.output[before:].split(b"\r\n", 1)[1])
        assert len(set(pages[:3])) == 3
        assert pages[3] == pages[1]


def test_help_works_at_a_pause():
    with Terminal("what-to-expect", "--keep-nothing", rows=14, timeout=20) as terminal:
        terminal.see("Press Enter to keep reading > ")
        terminal.type("help", ENTER)
        terminal.see("Help now")
        terminal.see("Press Enter to keep reading > ")


def test_the_words_to_type_are_listed_at_a_pause():
    with Terminal("what-to-expect", "--keep-nothing", rows=14, timeout=20) as terminal:
        terminal.see("Press Enter to keep reading > ")
        terminal.type("?", ENTER)
        terminal.see("where am i")
        assert "How much time" not in terminal.text


def test_nothing_typed_at_a_pause_is_an_answer():
    with Terminal("what-to-expect", "--keep-nothing", rows=14, timeout=20) as terminal:
        for keys in ["1", "2", "about twenty minutes", "."]:
            terminal.see("Press Enter to keep reading > ")
            terminal.type(keys, ENTER)
            terminal.see("or type help for help")
        terminal.see("Press Enter to keep reading > ")
        terminal.type(ENTER)
        terminal.see("About twenty minutes")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_sitting_in_good_order(number):
    with guide() as terminal:
        terminal.send_signal(number)
        assert terminal.finish() == 0


def test_a_terminal_that_is_taken_away_ends_the_sitting():
    terminal = guide()
    terminal.hang_up()
    for _ in range(50):
        if not terminal.process.isalive():
            break
        terminal.rest()
    assert not terminal.process.isalive()


@pytest.mark.parametrize("columns", [40, 80, 132])
@pytest.mark.parametrize("kind", ["xterm-256color", "dumb"])
def test_no_line_is_wider_than_the_terminal(columns, kind):
    with guide(columns=columns, rows=60, environment={"TERM": kind, "NO_COLOR": "1"}) as terminal:
        terminal.type("?", ENTER)
        terminal.see("why this is asked")
        terminal.drain()
        for line in terminal.text.splitlines():
            assert len(line) <= columns, line


def test_a_dumb_terminal_gets_no_escape_sequence():
    with guide(environment={"TERM": "dumb"}) as terminal:
        terminal.type("1", ENTER)
        terminal.read_on_to("I am not sure")
        assert b"\x1b" not in terminal.output


def test_yes_through_a_pipe_ends_by_itself():
    yes = subprocess.Popen(["yes", "1"], stdout=subprocess.PIPE)
    run = subprocess.run(
        [PROGRAM, "what-to-expect", "--keep-nothing"], stdin=yes.stdout, capture_output=True,
        timeout=60)
    yes.stdout.close()
    yes.wait()
    assert run.returncode == 0
    assert b"What I want to ask" in run.stdout
    assert b"\x1b" not in run.stdout


@pytest.mark.parametrize("columns", ["40", "80", "132", "7", "999", "wide"])
def test_a_pipe_is_as_wide_as_it_is_told(columns):
    text, code, _ = piped("1\n1\n1\n1\n1\n1\n", "what-to-expect", columns=columns)
    width = min(max(int(columns), 40), 132) if columns.isdigit() else 80
    assert code == 0
    assert max(len(line) for line in text.splitlines()) <= width


def test_the_end_of_input_says_that_nothing_was_kept():
    text, code, _ = piped("2\n", "what-to-expect")
    assert code == 0
    assert text.rstrip().endswith("Nothing was kept.")


def test_three_misfits_skip_the_question():
    text, code, _ = piped("99\n99\n99\n", "what-to-expect")
    assert code == 0
    assert "Let's skip this one" in text
    assert "Which of these are true for you" in text


def test_an_unknown_guide_is_named_with_what_was_meant():
    _, code, error = piped("", "what-to-expct")
    assert code == 66
    assert "what-to-expect" in error


def test_an_unknown_option_is_a_usage_error():
    assert piped("", "--no-such-option")[1] == 64


def test_a_missing_content_folder_is_named():
    _, code, error = piped("", "--content", "/nonexistent")
    assert code == 66
    assert "/nonexistent" in error


def test_broken_guides_are_not_opened_but_help_is(tmp_path):
    (tmp_path / "house.guide").write_text("title: x\nkind: house\n\n# shelf: x\nmenu\n  => nothing\n")
    text, code, _ = piped("", "--content", str(tmp_path))
    assert code == 65
    assert "988" in text and "112" in text


def test_a_closed_output_ends_the_program():
    run = subprocess.run(
        f"yes 1 | {PROGRAM} what-to-expect --keep-nothing | head -n 3", shell=True, capture_output=True, timeout=60)
    assert len(run.stdout.splitlines()) == 3


def test_a_full_disk_is_an_exit_of_its_own():
    with open("/dev/full", "wb") as full:
        run = subprocess.run(
            [PROGRAM, "what-to-expect", "--keep-nothing"], input=b"1\n", stdout=full, stderr=subprocess.PIPE,
            timeout=60)
    assert run.returncode == 74
