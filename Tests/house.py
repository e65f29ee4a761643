"""Rules of this repository that the compiler does not check: which target imports which, how long a file
can be, where `unsafe` is allowed, which target creates libraries, that no code depends on the id of a
message, and which words are not used. Prints what breaks a rule, and exits with 1 if anything does."""

import pathlib
import re
import statistics
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCES = ROOT / "Sources"

# What each target may import, besides itself.
IMPORTS = {
    "SourceText": set(),
    "Phrases": {"SourceText"},
    "Documents": {"SourceText"},
    "CallsForHelp": {"Synchronization"},
    "GuideSyntax": {"SourceText"},
    "GuideCheck": {"SourceText", "CallsForHelp", "GuideSyntax"},
    "GuideRules": {"SourceText", "CallsForHelp", "Phrases", "GuideSyntax", "GuideCheck"},
    "GuideEngine": {"SourceText", "Phrases", "GuideCheck"},
    "GuideProof": {"SourceText", "Phrases", "GuideCheck", "GuideEngine"},
    "GuideReview": {
        "SourceText", "Phrases", "Documents", "GuideCheck", "GuideEngine", "GuideProof"},
    "Reports": {"SourceText", "Phrases", "Documents", "GuideCheck", "GuideEngine"},
    "Files": {"Glibc"},
    "ContentFolder": {"SourceText", "GuideSyntax", "GuideCheck", "Phrases", "Files", "Crypto"},
    "Journal": {"SourceText", "GuideCheck", "GuideEngine", "Files", "Foundation", "GRDB", "Crypto"},
    "SessionCore": {
        "SourceText", "CallsForHelp", "Phrases", "Documents", "GuideCheck", "GuideEngine", "Reports"},
    "SessionRecording": {
        "SourceText", "Phrases", "Documents", "Files", "GuideCheck", "GuideEngine", "Journal", "SessionCore"},
    "Terminal": {"SourceText", "Documents", "SessionCore", "CLibEdit"},
    "Authoring": {
        "SourceText", "Documents", "GuideSyntax", "GuideCheck", "GuideRules", "GuideEngine",
        "GuideProof", "GuideReview", "Files", "ContentFolder", "SessionCore", "FoundationEssentials"},
}
# Where `unsafe` is allowed: in a target for system calls, or in single files of others.
UNSAFE = [
    "Files", "Terminal/LineEditor.swift", "beforehand/System/Clock.swift",
    "beforehand/System/StandardStreams.swift",
]
# Words that beg or blame the reader, and the targets with text that people read.
UNKIND = r"\b(?:please|sorry|valid|invalid|oops)\b"
READ_IN = ["Phrases", "SessionCore", "Reports", "Terminal", "Authoring", "beforehand"]
# Targets that compose what patients read, from the phrases of a language or the text of a guide.
WORDLESS = ["GuideCheck", "GuideEngine", "Reports", "SessionCore", "SessionRecording"]
# Files with messages for authors or for staff, or with the messages of a decoder.
FOR_AUTHORS = re.compile(
    r"AnswerDomain|Diagnostic.*|Wording|Environment\+Signatures|Library\+Example|NamedAnswer|Transcript"
    r"|Event\+Words|IntegrityViolation\+Words")
# Words from scripts, from authors' conversations, or by which a kept session identifies a passage.
NO_PHRASE = re.compile(r"decision aid|not graded|very low|My own words|The next study does not agree .*")
# The only loop that reads what people type.
LOOP = "Terminal/TerminalLoop.swift"
# Text can make pattern matching run forever, so the targets that read guides do not use it.
PATTERNS = (
    r"\b(?:Regex\w*|NSRegularExpression|(?:first|whole|prefix)Match)\b|#/|[=(,:]\s*/[^/*\s]")
# Ways to use an id as text: to compare it with a word, take it apart, or look it up among words.
READ_BACK = (
    r"\.id\s*[!=~]=\s*\"|\"\s*[!=~]=\s*[\w.$()\[\]?]*\.id\b",
    r"\.id\??\.(?:hasPrefix|hasSuffix|contains|starts|firstRange|split|prefix|suffix|dropFirst)\b",
    r"\bswitch\s+[\w.$]+\.id\b",
    r"\bcontains\([\w.$]+\.id\)",
    r"\w\[[\w.$]+\.id\b")
# The content of a library before the editor's rules have judged it, and the only target that creates it.
UNJUDGED, JUDGE = r"\bResolvedContent\(", "GuideRules"
# Words and phrases that sound translated, or that are a second name for something, and where they may be.
CALQUES = re.compile(
    r"(?<!there )\b(?:is|are|was|were) no (?!longer)\w+|(?<!-)\bstands\b(?!-)|\bbehind\b|\bcomes? to\b|\bwhoever\b"
    r"|\bmend(?:s|ed|ing)?\b|\b(?:of|from|at most|has|takes) so many\b|\bsittings?\b|\bfaults?\b|\beditions?\b"
    r"|\bcounsell|\bany more\b(?=[.,;:]|$)|\bfor ever\b", re.IGNORECASE)
NO_CALQUE = re.compile(
    r"edition|.*(?:lag behind|a copy behind|behind the house|visits together come to \{total\}).*")
LONGEST = {"Sources": 400, "Tests": 500}
MEDIAN = 120

problems = []


def code_of(text):
    """The text of a Swift file without comments and string literals."""
    return re.sub(r"//.*|\"(?:\\.|[^\"])*\"", "", text)


def check_imports(path, text):
    target = path.relative_to(SOURCES).parts[0]
    if target not in IMPORTS:
        return
    pattern = r"^(?:@\w+ )?(?:public |internal |package )?import (?:\w+ )?(\w+)"
    for name in re.findall(pattern, text, re.MULTILINE):
        if name not in IMPORTS[target]:
            problems.append(f"{path.relative_to(ROOT)}: {target} may not import {name}")
    if re.search(PATTERNS, code_of(text)):
        problems.append(f"{path.relative_to(ROOT)}: {target} may not match by patterns")


def check_unsafe(path, text):
    place = path.relative_to(SOURCES)
    if re.search(r"\bunsafe\b", code_of(text)) and not any(map(place.is_relative_to, UNSAFE)):
        problems.append(f"{path.relative_to(ROOT)}: `unsafe` belongs in {', '.join(UNSAFE)}")


def check_loop(path, text):
    """Only one place reads lines."""
    place = str(path.relative_to(SOURCES))
    if place != LOOP and "measure" not in place and re.search(r"\breadLine\(|\beditor\.read\(", code_of(text)):
        problems.append(f"{path.relative_to(ROOT)}: lines are read in {LOOP}")


def check_phrases(path, text):
    """Sentences of a language are only in its phrases."""
    if path.relative_to(SOURCES).parts[0] not in WORDLESS or FOR_AUTHORS.fullmatch(path.stem):
        return
    for number, line in enumerate(text.splitlines(), start=1):
        for words in re.findall(r"\"((?:\\.|[^\"])*)\"", re.sub(r"^\s*//.*|\s//.*", "", line)):
            if not re.search(r"[A-Za-z]{2,} [a-z]{2,}", words) or words.startswith("beforehand "):
                continue
            if not NO_PHRASE.fullmatch(words):
                problems.append(f"{path.relative_to(ROOT)}:{number}: a phrase belongs in Phrases")


def check_order():
    """A target depends only on targets above it in Package.swift."""
    text = (ROOT / "Package.swift").read_text(encoding="utf-8")
    above = set()
    for kind, rest in re.findall(r"^    \.(\w*[tT]arget)\((.*?)(?=^    \.|^  \])", text, re.S | re.M):
        names = re.findall(r"\"([\w-]+)\"", re.sub(r"\.product\([^)]*\)", "", rest))
        own = names[0]
        listed = re.search(r"dependencies: \[(.*?)\]", re.sub(r"\.product\([^)]*\)", "", rest), re.S)
        for name in re.findall(r"\"([\w-]+)\"", listed[1] if listed else ""):
            if name not in above and name not in {"TestSupport", "JournalRows"}:
                problems.append(f"Package.swift: {own} depends on {name}, which is not above it")
        above.add(own)


def ids():
    """The ids of all diagnostics, which are the names of their factories in words."""
    found = set()
    for path in SOURCES.rglob("Diagnostic+*.swift"):
        text = path.read_text(encoding="utf-8")
        for name in re.findall(r"static func (\w+)\([^{]*?\) -> Diagnostic\s*\{", text):
            found.add(re.sub(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]", r"-\g<0>", name).lower())
    return found


def check_ids(path, text, ids):
    """Code does not use the id of a diagnostic as text; the data of the diagnostic says what it means."""
    code = re.sub(r"//.*", "", text)
    for pattern in READ_BACK:
        for found in re.findall(pattern, code):
            problems.append(f"{path.relative_to(ROOT)}: reads an id back as text: `{found}`")
    for word in re.findall(r'"([a-z0-9-]+)"', code):
        if word in ids:
            problems.append(f"{path.relative_to(ROOT)}: knows a diagnostic by its id, `{word}`")


def check_rules(path, text):
    if re.search(UNJUDGED, code_of(text)) and path.relative_to(SOURCES).parts[0] != JUDGE:
        problems.append(f"{path.relative_to(ROOT)}: a library passes the rules of {JUDGE} first")


def check_words():
    """Screens have no unkind words; comments can, and phrases that people type."""
    told = [path for name in READ_IN for path in sorted((SOURCES / name).rglob("*.swift"))]
    for path in told + sorted((ROOT / "Content").rglob("*.guide")):
        if path.name.startswith("TypedWords"):
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, start=1):
            if re.match(r"(?:words|spelling|ordinary|call|distress|except|doubt|now|slips|filler)\b.*?:", line):
                continue
            for word in re.findall(UNKIND, re.sub(r"//.*", "", line), re.IGNORECASE):
                problems.append(f"{path.relative_to(ROOT)}:{number}: people should not read `{word}`")


def prose_of(text):
    """The comments and string literals of a Swift file, each with the number of its line."""
    is_literal = False
    for number, line in enumerate(text.splitlines(), start=1):
        if line.count('\"\"\"') % 2:
            is_literal = not is_literal
        elif is_literal:
            yield number, line
        else:
            for quoted in re.findall(r"\"((?:\\.|[^\"])*)\"", re.sub(r"^\s*//.*", "", line)):
                yield number, quoted
            for comment in re.findall(r"(?:^|\s)///?\s(.*)", line):
                yield number, comment


def check_calques():
    """Comments, messages, and the handbook are plain American English, with one word for one thing."""
    texts = [(path, enumerate(path.read_text(encoding="utf-8").splitlines(), start=1))
             for path in [ROOT / "README.md", ROOT / "Content/HANDBOOK.md", *sorted(SOURCES.glob("*/*.docc/*.md"))]]
    for path in sorted(SOURCES.rglob("*.swift")):
        texts.append((path, prose_of(path.read_text(encoding="utf-8"))))
    for path, lines in texts:
        for number, line in lines:
            for found in CALQUES.finditer(line):
                if not NO_CALQUE.fullmatch(line.strip()):
                    problems.append(f"{path.relative_to(ROOT)}:{number}: use other words for `{found[0]}`")


def check_pages():
    """The page of a target lists every public declaration."""
    for page in sorted(SOURCES.glob("*/*.docc/*.md")):
        text = page.read_text(encoding="utf-8")
        for path in sorted(page.parent.parent.glob("*.swift")):
            pattern = r"^public (?:\w+ )*?(?:struct|enum|class|func) (\w+)"
            for name in re.findall(pattern, path.read_text(encoding="utf-8"), re.MULTILINE):
                if not re.search(rf"^- ``{name}\b", text, re.MULTILINE):
                    problems.append(f"{page.relative_to(ROOT)}: leaves out {name}")


def main():
    lengths = []
    known = ids()
    for folder in LONGEST:
        for path in sorted((ROOT / folder).rglob("*.swift")):
            text = path.read_text(encoding="utf-8")
            lines = text.count("\n")
            if lines > LONGEST[folder]:
                problems.append(f"{path.relative_to(ROOT)}: {lines} lines; keep one idea in a file")
            if folder == "Sources":
                lengths.append(lines)
                check_imports(path, text)
                check_unsafe(path, text)
                check_loop(path, text)
                check_phrases(path, text)
                check_ids(path, text, known)
                check_rules(path, text)
    check_order()
    check_words()
    check_calques()
    check_pages()
    if statistics.median(lengths) > MEDIAN:
        problems.append(f"the median source file has {statistics.median(lengths)} lines, over {MEDIAN}")
    top = {"Package.swift", "Package.resolved", "Sources", "Tests", "Scripts", "Content", "README.md"}
    for entry in ROOT.iterdir():
        if entry.name not in top and not entry.name.startswith("."):
            problems.append(f"{entry.name} does not belong at the top level")
    print("\n".join(problems) if problems else f"{len(lengths)} source files: no problems found")
    return 1 if problems else 0


sys.exit(main())
