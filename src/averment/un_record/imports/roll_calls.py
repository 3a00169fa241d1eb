"""Roll-calls as they are gathered from a table, and how they are kept: a letter a State.

Nine hundred thousand votes as single values would fill the memory of a small machine. A
roll-call is therefore one row of letters, in the order of the list of voters.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from averment.prose.wanted import find_state, has_no_entry, nearest_states
from averment.un_record.ballot import Choice, Manner

NO_VOTE = "."
"""Stands where a source says nothing of a State."""
LETTERS = {
    "Y": Choice.YES,
    "N": Choice.NO,
    "A": Choice.ABSTAIN,
    "X": Choice.NOT_VOTING,
}
_BLANK = ord(NO_VOTE)
MOST_VOTERS = 600
"""Twice as many as there have ever been names of members."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RollCall:
    """One vote of one body, as the user's file has it."""

    symbol: str
    """Canonical where it can be read, else as printed; ``roll-call 1234`` where the file gives
    no symbol of a resolution."""
    body: str
    session: str
    """``62``, ``ES-10``; the year for the Security Council."""
    part: str
    """Empty for the vote on the whole."""
    voted_on: date | None
    manner: Manner
    yes: int | None
    no: int | None
    abstain: int | None
    not_voting: int | None
    meeting: str
    label: str
    choices: str
    """A letter for each voter of the list, `NO_VOTE` where nothing is said."""
    complete: bool
    """The choices sum to the totals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedVotes:
    """What one file holds."""

    voters: tuple[str, ...]
    """State codes; the places of the letters of every roll-call."""
    roll_calls: tuple[RollCall, ...]
    ballots: int
    """Votes of single States."""
    skipped: Mapping[str, int]
    """Names that were left out, and how many rows each."""


@dataclass(slots=True)
class Voters:
    """The list of voters of one file, as it grows."""

    skip_unknown: bool
    codes: list[str] = field(default_factory=list)
    skipped: dict[str, int] = field(default_factory=dict)
    _places: dict[str, int] = field(default_factory=dict)

    def place_of(self, *names: str) -> int | None:
        """Return the place of the State that the first known of `names` names.

        None where none is known and unknown ones are skipped: it is counted.

        Raises:
            LookupError: None is known; the message names the nearest.
        """
        state = next((found for name in names if name and (found := find_state(name))), None)
        if state is None:
            name = next((name for name in reversed(names) if name), "")
            if self.skip_unknown or has_no_entry(name):
                self.skip(name)
                return None
            near = nearest_states(name)
            hint = f": did you mean {' or '.join(near)}?" if near else ""
            raise LookupError(f"there is no State {name[:60]!a}{hint}")
        place = self._places.setdefault(state.code, len(self.codes))
        if place == len(self.codes):
            self.codes.append(state.code)
        return place

    def skip(self, name: str) -> None:
        """Count a row that is left out."""
        self.skipped[name[:60]] = self.skipped.get(name[:60], 0) + 1


class Tally:
    """The choices of one roll-call, as they are gathered."""

    __slots__ = ("_letters", "cast_votes")

    def __init__(self) -> None:
        self._letters = bytearray()
        self.cast_votes = 0

    def cast(self, place: int, letter: str) -> bool:
        """Note a choice of the voter at `place`; False where it contradicts an earlier one."""
        letters = self._letters
        if place >= len(letters):
            letters.extend(bytes([_BLANK]) * (place + 1 - len(letters)))
        sign = ord(letter)
        if letters[place] != _BLANK:
            return letters[place] == sign
        letters[place] = sign
        self.cast_votes += 1
        return True

    def choices(self) -> str:
        """Return the letters."""
        return self._letters.decode("ascii")

    def count(self, letter: str) -> int:
        """Return how many made this choice."""
        return self._letters.count(letter.encode("ascii"))


def choices_of(letters: str, voters: tuple[str, ...]) -> Iterator[tuple[str, Choice]]:
    """Yield code and choice of each voter of whom the roll-call says something."""
    for code, letter in zip(voters, letters, strict=False):
        if letter != NO_VOTE:
            yield code, LETTERS[letter]
