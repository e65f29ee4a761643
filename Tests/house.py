"""The laws of the house that no compiler holds: who imports what, how long a file is, where `unsafe`
may stand, who may make a library, that no message is known by its id, and which words no patient is to
read. Prints what is broken; exits 1 if anything is."""

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
    "GuideSyntax": {"SourceText"},
    "GuideCheck": {"SourceText", "GuideSyntax"},
    "GuideRules": {"SourceText", "GuideSyntax", "GuideCheck"},
    "GuideEngine": {"SourceText", "Phrases", "GuideCheck"},
    "GuideProof": {"SourceText", "Phrases", "GuideCheck", "GuideEngine"},
    "GuideReview": {
        "SourceText", "Phrases", "Documents", "GuideCheck", "GuideEngine", "GuideProof"},
    "Reports": {"SourceText", "Phrases", "Documents", "GuideCheck", "GuideEngine"},
    "Files": {"Glibc"},
    "ContentFolder": {"SourceText", "GuideSyntax", "GuideCheck", "Files", "Crypto"},
    "Journal": {"SourceText", "GuideCheck", "GuideEngine", "Files", "Foundation", "GRDB", "Crypto"},
    "SessionCore": {"SourceText", "Phrases", "Documents", "GuideCheck", "GuideEngine", "Reports"},
    "SessionRecording": {
        "SourceText", "Phrases", "Documents", "GuideCheck", "GuideEngine", "Journal", "SessionCore"},
    "Terminal": {"SourceText", "Documents", "SessionCore", "CLibEdit"},
    "Authoring": {
        "SourceText", "Documents", "GuideSyntax", "GuideCheck", "GuideRules", "GuideEngine",
        "GuideProof", "GuideReview", "Files", "ContentFolder", "SessionCore", "FoundationEssentials"},
}
# Where `unsafe` may stand: a target that is a room for system calls, or one file of another.
UNSAFE = [
    "Files", "Terminal/LineEditor.swift", "beforehand/System/Clock.swift",
    "beforehand/System/StandardStreams.swift",
]
# Words that beg, or blame the reader, and where people read what the program says.
UNKIND = r"\b(?:please|sorry|valid|invalid|oops)\b"
READ_IN = ["Phrases", "SessionCore", "Reports", "Terminal", "Authoring", "beforehand"]
# Where what a patient reads is put together: its words are phrases of a language, or come from a guide.
WORDLESS = ["GuideCheck", "GuideEngine", "Reports", "SessionCore", "SessionRecording"]
# What authors read of what they wrote, what staff reads of a journal, and a decoder's own words.
FOR_AUTHORS = re.compile(
    r"AnswerDomain|Diagnostic.*|Wording|Environment\+Signatures|Library\+Example|NamedAnswer|Transcript"
    r"|Event\+Words|IntegrityViolation\+Words")
# Words of scripts, what an author's own conversation says, and what a kept session knows a passage by.
NO_PHRASE = re.compile(r"decision aid|not graded|very low|My own words|The next study does not agree .*")
# The one loop that reads what people type.
LOOP = "Terminal/TerminalLoop.swift"
# What a text can make run for ever; of the targets that read guides, none has use for it.
PATTERNS = (
    r"\b(?:Regex\w*|NSRegularExpression|(?:first|whole|prefix)Match)\b|#/|[=(,:]\s*/[^/*\s]")
# How an id would be read back as text: compared with a word, taken apart, or looked up among words.
READ_BACK = (
    r"\.id\s*[!=~]=\s*\"|\"\s*[!=~]=\s*[\w.$()\[\]?]*\.id\b",
    r"\.id\??\.(?:hasPrefix|hasSuffix|contains|starts|firstRange|split|prefix|suffix|dropFirst)\b",
    r"\bswitch\s+[\w.$]+\.id\b",
    r"\bcontains\([\w.$]+\.id\)",
    r"\w\[[\w.$]+\.id\b")
# What a library is made from before the editor's rules have judged it, and the one target that may.
UNJUDGED, JUDGE = r"\bResolvedContent\(", "GuideRules"
LONGEST = {"Sources": 400, "Tests": 500}
MEDIAN = 120

faults = []


def code_of(text):
    """The text of a Swift file without comments and what stands in quotes."""
    return re.sub(r"//.*|\"(?:\\.|[^\"])*\"", "", text)


def check_imports(path, text):
    target = path.relative_to(SOURCES).parts[0]
    if target not in IMPORTS:
        return
    pattern = r"^(?:@\w+ )?(?:public |internal |package )?import (?:\w+ )?(\w+)"
    for name in re.findall(pattern, text, re.MULTILINE):
        if name not in IMPORTS[target]:
            faults.append(f"{path.relative_to(ROOT)}: {target} may not import {name}")
    if re.search(PATTERNS, code_of(text)):
        faults.append(f"{path.relative_to(ROOT)}: {target} may not match by patterns")


def check_unsafe(path, text):
    place = path.relative_to(SOURCES)
    if re.search(r"\bunsafe\b", code_of(text)) and not any(map(place.is_relative_to, UNSAFE)):
        faults.append(f"{path.relative_to(ROOT)}: `unsafe` belongs in {', '.join(UNSAFE)}")


def check_loop(path, text):
    """Lines are read in one place only."""
    place = str(path.relative_to(SOURCES))
    if place != LOOP and "measure" not in place and re.search(r"\breadLine\(|\beditor\.read\(", code_of(text)):
        faults.append(f"{path.relative_to(ROOT)}: lines are read in {LOOP}")


def check_phrases(path, text):
    """No words of a language outside its phrases."""
    if path.relative_to(SOURCES).parts[0] not in WORDLESS or FOR_AUTHORS.fullmatch(path.stem):
        return
    for number, line in enumerate(text.splitlines(), start=1):
        for words in re.findall(r"\"((?:\\.|[^\"])*)\"", re.sub(r"^\s*//.*|\s//.*", "", line)):
            if not re.search(r"[A-Za-z]{2,} [a-z]{2,}", words) or words.startswith("beforehand "):
                continue
            if not NO_PHRASE.fullmatch(words):
                faults.append(f"{path.relative_to(ROOT)}:{number}: a phrase belongs in Phrases")


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
                faults.append(f"Package.swift: {own} depends on {name}, which is not above it")
        above.add(own)


def ids():
    """The ids of all diagnostics: the names of the factories, in words."""
    found = set()
    for path in SOURCES.rglob("Diagnostic+*.swift"):
        text = path.read_text(encoding="utf-8")
        for name in re.findall(r"static func (\w+)\([^{]*?\) -> Diagnostic\s*\{", text):
            found.add(re.sub(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]", r"-\g<0>", name).lower())
    return found


def check_ids(path, text, ids):
    """What a diagnostic is for the program is said by its data: no id is read back as text."""
    code = re.sub(r"//.*", "", text)
    for pattern in READ_BACK:
        for found in re.findall(pattern, code):
            faults.append(f"{path.relative_to(ROOT)}: reads an id back as text: `{found}`")
    for word in re.findall(r'"([a-z0-9-]+)"', code):
        if word in ids:
            faults.append(f"{path.relative_to(ROOT)}: knows a diagnostic by its id, `{word}`")


def check_rules(path, text):
    if re.search(UNJUDGED, code_of(text)) and path.relative_to(SOURCES).parts[0] != JUDGE:
        faults.append(f"{path.relative_to(ROOT)}: a library passes the rules of {JUDGE} first")


def check_words():
    """No screen says an unkind word; a comment may, and a phrase that people type."""
    told = [path for name in READ_IN for path in sorted((SOURCES / name).rglob("*.swift"))]
    for path in told + sorted((ROOT / "Content").rglob("*.guide")):
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, start=1):
            if line.startswith("phrase:"):
                continue
            for word in re.findall(UNKIND, re.sub(r"//.*", "", line), re.IGNORECASE):
                faults.append(f"{path.relative_to(ROOT)}:{number}: nobody is to read `{word}`")


def check_pages():
    """Every public thing of a target with a page stands on that page."""
    for page in sorted(SOURCES.glob("*/*.docc/*.md")):
        text = page.read_text(encoding="utf-8")
        for path in sorted(page.parent.parent.glob("*.swift")):
            pattern = r"^public (?:\w+ )*?(?:struct|enum|class|func) (\w+)"
            for name in re.findall(pattern, path.read_text(encoding="utf-8"), re.MULTILINE):
                if not re.search(rf"^- ``{name}\b", text, re.MULTILINE):
                    faults.append(f"{page.relative_to(ROOT)}: leaves out {name}")


def main():
    lengths = []
    known = ids()
    for folder in LONGEST:
        for path in sorted((ROOT / folder).rglob("*.swift")):
            text = path.read_text(encoding="utf-8")
            lines = text.count("\n")
            if lines > LONGEST[folder]:
                faults.append(f"{path.relative_to(ROOT)}: {lines} lines; one idea a file")
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
    check_pages()
    if statistics.median(lengths) > MEDIAN:
        faults.append(f"the median source file has {statistics.median(lengths)} lines, over {MEDIAN}")
    top = {"Package.swift", "Package.resolved", "Sources", "Tests", "Scripts", "Content", "README.md"}
    for entry in ROOT.iterdir():
        if entry.name not in top and not entry.name.startswith("."):
            faults.append(f"{entry.name} does not belong at the top level")
    print("\n".join(faults) if faults else f"{len(lengths)} source files, no faults")
    return 1 if faults else 0


sys.exit(main())
