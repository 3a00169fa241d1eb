"""Small catalogues for tests: files as texts, with the manifest made for them."""

import json
from collections.abc import Mapping
from datetime import date

from averment.catalogue.catalogue import Catalogue
from averment.catalogue.manifest import MANIFEST, manifest_text
from averment.errors import InvalidCatalogueError

_AS_OF = date(2026, 1, 1)
SOURCES = """
[LIST]
title = "List of the depositary"
kind = "depositary"
rank = 1
as_of = "2026-01-01"

[OTHER]
title = "Another list"
kind = "dataset"
rank = 4
as_of = "2026-01-01"
"""
EMPTY = {
    "sources.toml": SOURCES,
    "instruments.toml": "",
    "states.csv": "state,from,until,predecessor,how,source,confidence,note\n",
    "entities.toml": "",
    "coverage.csv": "instrument,complete_until,source,confidence,note\n",
    "counts.csv": "instrument,as_of,parties,source,confidence,note\n",
    "declarations.csv": (
        "state,instrument,provision,kind,made,withdrawn,source,confidence,label\n"
    ),
    "classifications.toml": "",
    "regions.toml": "",
    "memberships.csv": "group,state,from,until,source,confidence,note\n",
    "provisions.csv": "instrument,article,paragraphs,label,source,confidence\n",
    "customary_rules.csv": "rule,label,iac,niac,source,confidence,note\n",
    "customary_equivalents.csv": "instrument,article,rules,source,confidence\n",
    "crimes.csv": "ref,statute,branch,label,since,applies_to,elements,source,confidence\n",
    "elements.toml": "[families]\n[crimes]\n",
    "qualification.toml": (
        "targets = []\nweapons = []\nentry = []\nnot_legal = []\n[families]\n[bundles]\n"
    ),
}
"""Every table that the law book opens by itself, without a row."""


class DictShelf:
    """A shelf of texts."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self._files = {name: text.encode("utf-8") for name, text in files.items()}
        written = manifest_text(self, version="2026.1.1", as_of=_AS_OF)
        self._files[MANIFEST] = written.encode("utf-8")

    def read(self, name: str) -> bytes:
        """See `averment.catalogue.shelf.Shelf`."""
        if name not in self._files:
            raise InvalidCatalogueError(f"the catalogue has no file {name}")
        return self._files[name]

    def names(self) -> tuple[str, ...]:
        """See `averment.catalogue.shelf.Shelf`."""
        return tuple(sorted(self._files))


def catalogue_of(files: Mapping[str, str]) -> Catalogue:
    """Return a catalogue with `files`; the tables that are not given are empty."""
    return Catalogue(DictShelf({**EMPTY, **files}))


def treaty(key: str, **fields: object) -> str:
    """Return a table of ``instruments.toml``; keywords replace or add to the usual fields."""
    entry: dict[str, object] = {
        "title": f"Treaty {key}",
        "kind": "treaty",
        "adopted": "1990-01-01",
        "in_force": "1992-01-01",
        "effect": "6m",
        "effect_clause": "art. 20",
        "source": "LIST",
        "confidence": "verified",
        **fields,
    }
    lines = [f"{name} = {_toml(value)}" for name, value in entry.items() if value is not None]
    return "\n".join([f"[{key}]", *lines, ""])


def acts(*lines: str) -> str:
    """Return a participation table from lines ``STATE date act [stated_effect [source]]``."""
    rows = ["state,date,act,stated_effect,source,confidence,note"]
    for line in lines:
        state, day, act, *more = line.split()
        effect = more[0] if more and more[0] != "-" else ""
        source = more[1] if len(more) > 1 else "LIST"
        confidence = more[2] if len(more) > 2 else "verified"
        rows.append(f"{state},{day},{act},{effect},{source},{confidence},")
    return "\n".join(rows) + "\n"


def _toml(value: object) -> str:
    if isinstance(value, dict):
        inside = ", ".join(f"{name} = {_toml(one)}" for name, one in value.items())
        return f"{{ {inside} }}"
    return json.dumps(value)
