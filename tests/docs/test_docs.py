"""What must be documented is documented, and what the documentation shows is so."""

import ast
import importlib
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from averment.cli import aver, main
from averment.errors import AvermentError
from averment.findings.rules import RULES

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SOURCE = ROOT / "src" / "averment"
PAGES = SOURCE / "findings" / "pages"
PAPERS = sorted(
    [*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *ROOT.glob("changes/*.md"), *PAGES.glob("*.md")]
)
DECISIONS = sorted(path for path in (DOCS / "adr").glob("*.md") if path.name != "index.md")

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
INLINE_CODE = re.compile(r"`[^`\n]*`")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
MAKE = re.compile(r"(?:^|`)make ([a-z]+)", re.MULTILINE)
NOTICE = re.compile(r"Notice\(\s*code=\"([a-z-]+)\"")
EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f]")
MACHINE_PATH = re.compile(
    r"(?<![\w.~/])/(?:home|root|work|tmp|Users|opt|mnt|private|workspace)/|\b[A-Z]:\\"
)
GAP = "[...]"


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def blocks(paper: Path, kind: str) -> list[str]:
    text = COMMENT.sub("", paper.read_text("utf-8"))
    return [body for found, body in FENCE.findall(text) if found == kind]


def links(paper: Path) -> list[str]:
    prose = INLINE_CODE.sub("", FENCE.sub("", COMMENT.sub("", paper.read_text("utf-8"))))
    return [target for target in LINK.findall(prose) if "://" not in target]


def anchors(paper: Path) -> set[str]:
    text = FENCE.sub("", paper.read_text("utf-8"))
    return {
        re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-")
        for heading in HEADING.findall(text)
    }


def command_lines(paper: Path) -> Iterator[list[str]]:
    """Return the words of each call of `aver` in the blocks of a paper."""
    for kind in ("sh", "console"):
        for block in blocks(paper, kind):
            for line in block.splitlines():
                call = line.strip().removeprefix("$ ")
                if call.startswith("aver "):
                    words = shlex.split(call, comments=True)[1:]
                    yield words[: words.index("||")] if "||" in words else words


def called(group: click.Group, words: list[str]) -> tuple[click.Command, list[str]]:
    """Return the command that the words call, and the words behind its name."""
    name, rest = words[0], words[1:]
    if name not in group.commands:
        # `aver record SYMBOL` leaves out the name of the group's first command.
        usual = getattr(group, "default", None)
        if usual is None:
            return group, words
        name, rest = usual, words
    command = group.commands[name]
    return (
        called(command, rest) if isinstance(command, click.Group) and rest else (command, rest)
    )


def kinds_of(error: type[AvermentError]) -> Iterator[type[AvermentError]]:
    yield error
    for kind in error.__subclasses__():
        yield from kinds_of(kind)


def test_every_page_is_linked_from_an_index() -> None:
    indexes = list(DOCS.rglob("index.md"))
    linked = {
        (index.parent / target.partition("#")[0]).resolve()
        for index in indexes
        for target in links(index)
    }
    lost = [named(path) for path in DOCS.rglob("*.md") if path.resolve() not in linked]

    assert sorted(lost) == ["docs/index.md"]


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_links_lead_somewhere(paper: Path) -> None:
    dead = []
    for target in links(paper):
        name, _, anchor = target.partition("#")
        place = (paper.parent / name) if name else paper
        if not place.exists() or (anchor and anchor not in anchors(place)):
            dead.append(target)

    assert dead == []


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_papers_hold_no_emoji_and_no_path_of_a_machine(paper: Path) -> None:
    text = paper.read_text("utf-8")

    assert EMOJI.findall(text) == []
    assert MACHINE_PATH.findall(text) == []


def test_every_command_has_its_place_in_the_reference() -> None:
    reference = (DOCS / "reference" / "cli.md").read_text("utf-8")

    assert [name for name in aver.commands if f"## `aver {name}`" not in reference] == []


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_commands_are_called_as_they_are(paper: Path) -> None:
    wrong = []
    for words in command_lines(paper):
        command, rest = called(aver, words)
        if isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
            wrong.append(words)
        known = {opt for parameter in command.params for opt in parameter.opts}
        known.add("--help")
        given = {word.partition("=")[0] for word in words if word.startswith("--")}
        if not given <= known:
            wrong.append(words)

    assert wrong == []


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_what_a_paper_makes_can_be_made(paper: Path) -> None:
    targets = set(
        re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    )
    text = paper.read_text("utf-8")
    code = "\n".join([*blocks(paper, "sh"), *INLINE_CODE.findall(FENCE.sub("", text))])

    assert set(MAKE.findall(code)) - targets == set()


@pytest.mark.parametrize(
    "paper", [path for path in PAPERS if blocks(path, "console")], ids=named
)
def test_shown_output_is_what_is_printed(
    paper: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AVERMENT_HOME", str(tmp_path / "home"))
    for block in blocks(paper, "console"):
        call, *shown = block.splitlines()
        main(shlex.split(call.removeprefix("$ "))[1:])
        printed = capsys.readouterr().out
        at = 0
        for part in "\n".join(shown).split(GAP):
            words = part.strip("\n")
            found = printed.find(words, at)

            assert found >= 0, f"{call}\nprints nowhere, or not in this order:\n{words}"
            at = found + len(words)


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_shown_code_can_be_run(paper: Path) -> None:
    for block in blocks(paper, "toml"):
        tomllib.loads(block)
    for block in blocks(paper, "python"):
        if ">>>" in block:  # run as a doctest
            continue
        for node in ast.walk(ast.parse(block)):
            if isinstance(node, ast.ImportFrom) and node.module is not None:
                module = importlib.import_module(node.module)
                assert [n.name for n in node.names if not hasattr(module, n.name)] == []


def test_every_error_is_documented() -> None:
    reference = (DOCS / "reference" / "errors.md").read_text("utf-8")
    kinds = {kind.__name__ for kind in kinds_of(AvermentError)}

    assert {name for name in kinds if f"`{name}`" not in reference} == set()


def test_every_notice_is_documented_and_no_other() -> None:
    reference = (DOCS / "reference" / "errors.md").read_text("utf-8")
    listed = set(re.findall(r"^\| `([a-z-]+)` \|", reference, re.MULTILINE))
    given = {
        code
        for path in SOURCE.rglob("*.py")
        for code in NOTICE.findall(path.read_text("utf-8"))
    }

    assert listed == given


def test_every_finding_is_listed() -> None:
    reference = (DOCS / "reference" / "findings.md").read_text("utf-8")

    assert [code for code in RULES if f"[{code}]" not in reference] == []


def test_every_finding_has_its_page_and_every_page_its_finding() -> None:
    titles = {
        page.stem: page.read_text("utf-8").partition("\n")[0] for page in PAGES.glob("*.md")
    }

    assert titles == {code: f"# {code}: {rule.title}" for code, rule in RULES.items()}


def test_every_vocabulary_is_listed() -> None:
    reference = (DOCS / "reference" / "vocabularies.md").read_text("utf-8")
    files = [path for path in SOURCE.rglob("*") if path.suffix in {".toml", ".txt"}]

    assert [named(path) for path in files if f"../../{named(path)})" not in reference] == []


def test_every_vocabulary_says_where_its_words_come_from() -> None:
    silent = [
        named(path)
        for path in SOURCE.rglob("*.toml")
        if not path.read_text("utf-8").startswith("# ")
    ]

    assert silent == []


def test_decisions_are_numbered_once_and_say_what_was_decided() -> None:
    numbers = [path.name[:4] for path in DECISIONS]

    assert numbers == [f"{number:04}" for number in range(1, len(DECISIONS) + 1)]
    for path in DECISIONS:
        text = path.read_text("utf-8")

        assert text.startswith(f"# {path.name[:4]}: ")
        assert [
            part
            for part in ("Context", "Decision", "Why", "Consequences")
            if f"## {part}\n" not in text
        ] == []


def test_every_dependency_was_decided() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    decisions = "\n".join(path.read_text("utf-8") for path in DECISIONS)
    names = [re.split(r"[^\w-]", line)[0] for line in project["dependencies"]]

    assert [name for name in names if name not in decisions] == []


def test_changes_are_named_by_issue_and_kind() -> None:
    form = re.compile(r"\d+\.(?:added|changed|fixed|removed|security)(?:\.\d+)?\.md")
    names = [path.name for path in (ROOT / "changes").iterdir() if path.name != "README.md"]

    assert [name for name in names if not form.fullmatch(name)] == []
