"""What a user or a user's file wants: a State by code or name, a day as ISO 8601 writes it."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib import resources
from typing import Any

from averment.errors import InvalidDayError, UnknownNameError
from averment.prose.states import State, StateStatus, is_ambiguous, look_up, states

_LONGEST = 120
"""Characters of the longest name that is looked up."""
_SHOWN = 40
_GROUP = State(
    code="GROUP",
    name="An organised armed group",
    names=("GROUP", "armed group"),
    adjectives=(),
    status=StateStatus.OTHER,
)
"""No State: it is asked for in the place of one, and the answer says what reaches it."""
_SPACES = re.compile(r"\s+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_APOSTROPHES = str.maketrans("\u2019\u2018\u02bc", "'''")


def state_wanted(words: str) -> State:
    """Return the State or entity that `words` name, by code or by name.

    Raises:
        UnknownNameError: None has this name; the nearest ones are named.

    >>> state_wanted("AZE").name, state_wanted("Russian Federation").code
    ('Azerbaijan', 'RUS')
    """
    found = None if is_ambiguous(words) else find_state(words)
    if found is None:
        near = tuple(map(_clearer, nearest_states(words)))
        hint = f": did you mean {' or '.join(near)}?" if near else ""
        many = is_ambiguous(words)
        said = "more than one State has the name" if many else "there is no State"
        raise UnknownNameError(
            f"{said} {shortened(words)}{hint} An armed group is asked for as GROUP."
        )
    return found


def _clearer(name: str) -> str:
    """Return a name of the same State that no other has: "Republic of the Congo"."""
    if not is_ambiguous(name):
        return name
    return next(one.names[1] for one in states() if one.name == name)


def find_state(words: str) -> State | None:
    """Return the State whose code, name or adjective is the whole of `words`, or None."""
    wanted = _SPACES.sub(" ", words.translate(_APOSTROPHES)).strip()
    if not wanted or len(wanted) > _LONGEST:
        return None
    if wanted.lower() in {name.lower() for name in _GROUP.names}:
        return _GROUP
    by_code = _by_code()
    code = by_code.get(wanted.upper()) if wanted.isascii() and " " not in wanted else None
    if code is not None:
        return code
    spelt = _spellings().get(_plain(wanted))
    if spelt is not None:
        return by_code[spelt]
    return look_up(wanted) or look_up(wanted.title())


def nearest_states(words: str) -> tuple[str, ...]:
    """Return up to three names of States that look most like `words`."""
    wanted = _plain(words[:_LONGEST])
    near = get_close_matches(wanted, _names(), n=3)
    if not near and wanted.isascii():
        codes = get_close_matches(wanted.upper(), _by_code(), n=3, cutoff=0.6)
        return tuple(dict.fromkeys(codes))
    return tuple(dict.fromkeys(_names()[name] for name in near))


def has_no_entry(words: str) -> bool:
    """Say whether `words` name a former member that our list of States leaves out."""
    return _plain(words[:_LONGEST]) in _toml()["no_entry"]


def day_wanted(words: str) -> date:
    """Return the day that `words` give in the form 2020-10-27.

    Raises:
        InvalidDayError: They give none, or one that no calendar has.
    """
    wanted = words.strip()
    if not _DAY.fullmatch(wanted) or not wanted.isascii():
        raise InvalidDayError(f"{shortened(words)} is no day: write it like 2020-10-27")
    try:
        return date.fromisoformat(wanted)
    except ValueError as exc:
        raise InvalidDayError(f"{wanted} is no day: no calendar has it") from exc


def shortened(words: str) -> str:
    """Return `words` in quotation marks, short and on one line, for a message."""
    line = _SPACES.sub(" ", words).strip()
    line = "".join(sign if sign.isprintable() else "?" for sign in line)
    return f"'{line[:_SHOWN]}...'" if len(line) > _SHOWN else f"'{line}'"


@cache
def _by_code() -> Mapping[str, State]:
    found = {state.code: state for state in states()}
    for code, stands_for in _table("codes").items():
        found.setdefault(code, found[stands_for])
    return found


@cache
def _spellings() -> Mapping[str, str]:
    return _table("names")


@cache
def _names() -> Mapping[str, str]:
    return {_plain(name): state.name for state in states() for name in state.names}


def _table(name: str) -> Mapping[str, str]:
    table: Mapping[str, str] = _toml()[name]
    return table


@cache
def _toml() -> Mapping[str, Any]:
    text = resources.files("averment.prose").joinpath("state_spellings.toml").read_text("utf-8")
    return tomllib.loads(text)


def _plain(words: str) -> str:
    marks = unicodedata.normalize("NFKD", words.translate(_APOSTROPHES).lower())
    return _SPACES.sub(" ", "".join(s for s in marks if not unicodedata.combining(s))).strip()
