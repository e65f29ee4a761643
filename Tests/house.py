"""The laws of the house that no compiler holds: who imports what, how long a file is, where `unsafe`
may stand, who may make a library, and which words no patient is to read. Prints what is broken; exits 1 if
anything is."""

import pathlib
import re
import statistics
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCES = ROOT / "Sources"

# What each target may import, besides itself.
IMPORTS = {
    "SourceText": set(),
    "GuideSyntax": {"SourceText"},
    "GuideCheck": {"SourceText", "GuideSyntax"},
    "GuideRules": {"SourceText", "GuideSyntax", "GuideCheck"},
    "GuideEngine": {"SourceText", "GuideSyntax", "GuideCheck"},
    "GuideProof": {"SourceText", "GuideCheck", "GuideEngine"},
    "GuideReview": {"SourceText", "GuideCheck", "GuideEngine", "GuideProof"},
    "Reports": {"SourceText", "GuideCheck", "GuideEngine"},
    "ContentFolder": {"SourceText", "GuideSyntax", "GuideCheck", "Foundation", "Crypto", "Glibc"},
    "Journal": {"SourceText", "GuideCheck", "GuideEngine", "Foundation", "Glibc", "GRDB", "Crypto"},
    "TerminalUI": {"SourceText", "GuideCheck", "GuideEngine", "Reports", "CLibEdit"},
}
# Only files of these names may say `unsafe`.
UNSAFE = {"LineEditor.swift", "SystemCalls.swift"}
# Words that beg, or blame the reader, and where people read what the program says.
UNKIND = r"\b(?:please|sorry|valid|invalid|oops)\b"
READ_IN = ["TerminalUI", "Reports", "beforehand"]
# What a text can make run for ever; of the targets that read guides, none has use for it.
PATTERNS = (
    r"\b(?:Regex\w*|NSRegularExpression|(?:first|whole|prefix)Match)\b|#/|[=(,:]\s*/[^/*\s]")
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
    if re.search(r"\bunsafe\b", code_of(text)) and path.name not in UNSAFE:
        faults.append(f"{path.relative_to(ROOT)}: `unsafe` belongs in {', '.join(sorted(UNSAFE))}")


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
                check_rules(path, text)
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
