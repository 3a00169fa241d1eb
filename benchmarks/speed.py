"""Measure speed, memory and size, and write docs/benchmarks.md.

usage: python benchmarks/speed.py [--letter PATH] [--runs N] [--write]

Times are of whole processes: start-up, reading, checking, printing. Each figure is the median
of the runs; memory is the peak of the process. Without --write the table is only printed.
"""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.law_and_record import rows as law_and_record
from tests.pdf_files import Sheet, pdf_of

EXAMPLE = Path("../shared/letters/ngo-letter-2020.txt")
OWN = Path("examples/appeal.txt")
REPORT = Path("docs/benchmarks.md")
MIB = 1 << 20
HOSTILE = {
    "one letter": "a",
    "schemes": "http://a ",
    "quotation marks": '"',
    "brackets": "(",
    "superscripts": "a¹ ",
    "semicolons": "; ",
    "numbered lines": "1 See http://x.yz/a.\n",
    "list signs": "- a\n",
    "words": "the village of Xa was shelled on 3 May and 4 died ",
}


@dataclass(frozen=True, slots=True)
class Run:
    """One process, from start to exit."""

    wall_s: float
    peak_mb: float


def run(command: list[str]) -> Run:
    """Run a command with its output thrown away."""
    begin = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise RuntimeError(f"failed: {command}")
    return Run(time.perf_counter() - begin, usage.ru_maxrss * 1024 / 1e6)


def median(command: list[str], runs: int) -> Run:
    """Run a command once to warm up, then `runs` times."""
    run(command)
    done = [run(command) for _ in range(runs)]
    return Run(statistics.median(one.wall_s for one in done), max(one.peak_mb for one in done))


def check(letter: Path, runs: int) -> Run:
    """Time `aver check` of a letter."""
    return median([sys.executable, "-m", "averment", "check", str(letter), "--quiet"], runs)


def book(pages: int) -> bytes:
    """Make a PDF of many pages of prose with notes."""
    words = OWN.read_text("utf-8").encode("cp1252", "ignore").decode("cp1252").split()
    sheets = []
    for number in range(pages):
        sheet = Sheet()
        sheet.put(250, 760, "A Long Report")
        start = number * 37 % max(1, len(words) - 400)
        prose = " ".join(word for word in words[start : start + 380])
        y = sheet.wrap(prose, y=730)
        sheet.wrap(f"{number + 1} See The Courier, 4 May 2012, p. {number}.", y=y - 40, size=8)
        sheet.put(300, 40, str(number + 1))
        sheets.append(sheet)
    return pdf_of(sheets)


def rows(letter: Path, runs: int, scratch: Path) -> Iterator[tuple[str, str, str, str]]:
    """Yield (what, wall, memory, target)."""
    done = check(letter, runs)
    yield f"`aver check` of {letter.name}, cold", *told(done), "1.5 s, 150 MB"
    (scratch / "book.pdf").write_bytes(book(200))
    yield "a PDF of 200 pages", *told(check(scratch / "book.pdf", 1)), "20 s"
    for name, piece in HOSTILE.items():
        path = scratch / "hostile.txt"
        path.write_text(piece * (1_000_000 // len(piece)), "utf-8")
        yield f"1 MB of hostile text: {name}", *told(check(path, 1)), "5 s"
    text = letter.read_text("utf-8")
    for times in (1, 2, 4, 8, 16, 32):
        path = scratch / "long.txt"
        path.write_text(text * times, "utf-8")
        size = f"{len(text) * times / 1000:.0f} kB"
        yield f"the letter {times} times over ({size})", *told(check(path, 1)), "linear"


def told(done: Run) -> tuple[str, str]:
    """Print a run."""
    return f"{done.wall_s:.2f} s", f"{done.peak_mb:.0f} MB"


def core_size() -> float:
    """Return the size of a fresh installation of the core without extras, in MiB."""
    with tempfile.TemporaryDirectory() as folder:
        python = Path(folder) / "venv" / "bin" / "python"
        subprocess.run([sys.executable, "-m", "venv", Path(folder) / "venv"], check=True)
        install = [
            python,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-compile",
            "--require-hashes",
        ]
        subprocess.run([*install, "-r", "requirements/core.txt"], check=True)
        packages = next((Path(folder) / "venv" / "lib").glob("python*/site-packages"))
        own = sum(f.stat().st_size for f in Path("src/averment").rglob("*") if f.is_file())
        ignored = ("pip", "setuptools", "pkg_resources", "_distutils_hack")
        total = sum(
            f.stat().st_size
            for top in packages.iterdir()
            if not top.name.startswith(ignored)
            for f in ([top] if top.is_file() else top.rglob("*"))
            if f.is_file()
        )
        return (total + own) / MIB


def main() -> int:
    """Measure and print, and write the page if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--letter", type=Path, default=EXAMPLE if EXAMPLE.is_file() else OWN)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    lines = ["| what | wall time | peak memory | target |", "| --- | --- | --- | --- |"]
    with tempfile.TemporaryDirectory() as folder:
        for row in rows(given.letter, given.runs, Path(folder)):
            lines.append("| " + " | ".join(row) + " |")
            print(lines[-1], flush=True)
    facts = ["| what | figure | target |", "| --- | --- | --- |"]
    for row in law_and_record():
        facts.append("| " + " | ".join(row) + " |")
        print(facts[-1], flush=True)
    lines.append(f"| installed core, without extras | {core_size():.0f} MiB | | 120 MB |")
    print(lines[-1])
    if given.write:
        machine = (
            f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
        )
        REPORT.write_text(
            "# Benchmarks\n\n"
            "Whole processes, measured by `make bench`; the median of the runs.\n"
            f"Machine: {machine}, shared with other work.\n\n" + "\n".join(lines) + "\n\n"
            "Law and record, in one process, by `benchmarks/law_and_record.py`.\n\n"
            + "\n".join(facts)
            + "\n",
            "utf-8",
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
