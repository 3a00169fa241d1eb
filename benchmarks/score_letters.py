"""Read every letter of a folder that has truth, and score the answers.

usage: python benchmarks/score_letters.py FOLDER [FOLDER ...] [--scorer PATH] [--detail]

FOLDER holds NAME.txt and NAME.truth.json. The scorer is the one that lies beside the example
letter (``../shared/letters/score.py``); without it this program says so and stops.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from averment.app import open_workbench
from averment.reports.annotations import annotations

SCORER = Path("../shared/letters/score.py")


def main() -> int:
    """Run the reader over the letters, then the scorer over the answers."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--scorer", type=Path, default=SCORER)
    arguments.add_argument("--detail", action="store_true")
    given = arguments.parse_args()
    if not given.scorer.is_file():
        print(f"no scorer at {given.scorer}: name one with --scorer", file=sys.stderr)
        return 2
    workbench = open_workbench()
    for folder in given.folders:
        with tempfile.TemporaryDirectory() as scratch:
            answers = Path(scratch)
            for truth in sorted(folder.glob("*.truth.json")):
                name = truth.name.removesuffix(".truth.json")
                letter = folder / f"{name}.txt"
                reading = workbench.read(letter.read_bytes(), name=letter.name)
                answer = json.dumps(annotations(reading), ensure_ascii=False)
                (answers / f"{name}.json").write_text(answer, "utf-8")
            print(f"== {folder}", flush=True)
            command = [sys.executable, str(given.scorer), str(answers), "--truth", str(folder)]
            subprocess.run([*command, *(["--detail"] if given.detail else [])], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
