"""Write the manifest of the packaged catalogue anew: after each change of its data.

python tools/write_manifest.py [VERSION AS-OF]
"""

import sys
from datetime import date
from pathlib import Path

from averment.catalogue.manifest import MANIFEST, manifest_text, read_manifest
from averment.catalogue.shelf import PackageShelf

FOLDER = Path(__file__).parents[1] / "src/averment/catalogue/data"


def main(arguments: list[str]) -> None:
    shelf = PackageShelf()
    if arguments:
        version, as_of = arguments[0], date.fromisoformat(arguments[1])
    else:
        manifest = read_manifest(shelf)
        version, as_of = manifest.version, manifest.as_of
    (FOLDER / MANIFEST).write_text(
        manifest_text(shelf, version=version, as_of=as_of), encoding="utf-8", newline="\n"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
