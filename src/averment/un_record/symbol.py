"""United Nations document symbols: their kinds, and the one form in which we write each.

Resolutions keep the Security Council's year in brackets: ``S/RES/822 (1993)``. Old General
Assembly resolutions are written ``A/RES/217(III)A``. Parts and revisions are kept.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from averment.documents.flow import Flow
from averment.errors import InvalidSymbolError
from averment.prose.levelled import level
from averment.un_record.numbering import year_of_resolution

_MODIFIERS = re.compile(r"(?:\s?/\s?(?:Rev|Add|Corr|Amend|Sub)\.\s?[0-9]{1,3}){1,4}")
_OPTIONAL = re.compile(r"\[([^\]{}]*)\{(\w+)\}([^\]{}]*)\]")
_GROUP = re.compile(r"\{(\w+)\}")
_LONGEST = 120
# Letters that look alike, both cases where capitals are printed: Cyrillic and Greek.
_LOOK_ALIKE = str.maketrans("АВСЕНІКМОРЅТХΑΒΕΗΙΚΜΝΟΡΤΧ", "ABCEHIKMOPSTXABEHIKMNOPTX")


@dataclass(frozen=True, slots=True)
class SymbolKind:
    """One row of ``symbols.toml``."""

    id: str
    pattern: re.Pattern[str]
    form: str
    resolution: str
    """Id of the body whose resolutions these are; empty for other documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """A symbol in canonical form."""

    text: str
    kind: str
    """``sc_res``, ``ga_res``, ``hrc_doc``, ... as in ``symbols.toml``."""
    body: str | None
    """Whose resolution, decision or statement it is; None for other documents."""

    def __str__(self) -> str:
        return self.text

    @staticmethod
    def parse(text: str) -> "Symbol":
        """Read `text` as one symbol.

        Look-alike letters, dashes and spaces are levelled. A Security Council resolution
        without a year gets it where the number settles it.

        Raises:
            InvalidSymbolError: It is no symbol, or something stands beside it.

        >>> str(Symbol.parse("A/75/496–S/2020/1018"))
        'A/75/496-S/2020/1018'
        """
        if len(text) > _LONGEST or not text.strip():
            raise InvalidSymbolError("no United Nations symbol has this length")
        level_text = level(Flow.join([(0, text)])).text.translate(_LOOK_ALIKE).strip()
        read = match_symbol(level_text, 0)
        if read is None or read[1] != len(level_text):
            raise InvalidSymbolError("this is not a United Nations document symbol")
        return read[0]


@cache
def symbol_kinds() -> tuple[SymbolKind, ...]:
    """Return the kinds in the order in which they are tried."""
    rows = tomllib.loads(
        resources.files("averment.un_record").joinpath("symbols.toml").read_text("utf-8")
    )["kind"]
    return tuple(
        SymbolKind(
            row["id"],
            re.compile(row["pattern"], re.ASCII),
            row["form"],
            row.get("resolution", ""),
        )
        for row in rows
    )


def level_letters(text: str) -> str:
    """Return `text` with letters that only look Latin made Latin, one for one."""
    return text.translate(_LOOK_ALIKE)


def match_symbol(text: str, start: int) -> tuple[Symbol, int] | None:
    """Return the symbol that begins at `start` of level `text`, and where it ends, or None."""
    for kind in symbol_kinds():
        match = kind.pattern.match(text, start)
        if match is None:
            continue
        end = match.end()
        modifiers = ""
        if "{mod}" in kind.form and (behind := _MODIFIERS.match(text, end)):
            modifiers = re.sub(r"\s", "", behind[0])
            end = behind.end()
        groups = {name: (value or "").strip() for name, value in match.groupdict().items()}
        if kind.id == "sc_res":
            groups["yr"] = groups["yr"] or year_of_resolution(int(groups["no"])) or ""
        printed = _fill(kind.form, {**groups, "mod": modifiers})
        return Symbol(text=printed, kind=kind.id, body=kind.resolution or None), end
    return None


def _fill(form: str, groups: Mapping[str, str]) -> str:
    def optional(match: re.Match[str]) -> str:
        value = groups[match[2]]
        return f"{match[1]}{value}{match[3]}" if value else ""

    return _GROUP.sub(lambda match: groups[match[1]], _OPTIONAL.sub(optional, form))
