"""What the record says of a resolution, and how a State voted: for a person and as JSON."""

from collections.abc import Iterator, Mapping, Sequence

from averment.prose.states import states
from averment.reports.columns import bullets, paragraph, section, table
from averment.reports.json_value import Json
from averment.un_record.ballot import Choice, Manner, VoteRecord
from averment.un_record.consistency import Weight
from averment.un_record.record import Ballot
from averment.un_record.resolution import Character, Resolution
from averment.un_record.symbol_record import SymbolRecord, ToldVote

SCHEMA = "averment.record/1"
UNKNOWN = "unknown"
_CHARACTERS = {
    Character.MAY_BIND: (
        "Decisions of the Security Council bind the Members (Charter, article 25). Whether "
        "this resolution decides, urges or recommends is read from its words."
    ),
    Character.RECOMMENDS: (
        "Resolutions of this body are recommendations, but for budget and its own affairs "
        "(Charter, articles 10, 14, 17). There is no veto in it."
    ),
}
_MANNERS = {
    Manner.RECORDED: "recorded vote",
    Manner.UNANIMOUS: "adopted unanimously",
    Manner.WITHOUT_VOTE: "adopted without a vote",
    Manner.REJECTED: "voted on and not adopted",
    Manner.UNKNOWN: "how it was adopted is unknown",
}
_CHOICES = {
    Choice.YES: "yes",
    Choice.NO: "no",
    Choice.ABSTAIN: "abstaining",
    Choice.NOT_VOTING: "not voting",
}
_ABSTAINING = "Abstentions do not count as votes cast in the General Assembly (rule 86)."
_WEIGHTS = {
    Weight.IMPOSSIBLE: "Impossible",
    Weight.DOUBTFUL: "Doubtful",
    Weight.NATURE: "Note",
}


def terminal_record(found: SymbolRecord) -> str:
    """Return all that is on record, source beside source."""
    lines = [found.symbol.text]
    lines += _how_read(found)
    lines += [
        line
        for fault in found.faults
        for line in paragraph(f"{_WEIGHTS[fault.weight]}: {fault.message}.", rest="  ")
    ]
    lines += section("Adoption", list(_adoption(found)))
    if not found.votes:
        lines += section("Votes", [f"  {UNKNOWN}: no source at hand has a vote on it"])
    for told in found.votes:
        lines += section(_title(told), list(_vote(told)))
    if found.character is not None:
        note = [_CHARACTERS[found.character]]
        if found.symbol.body == "UNGA":
            note.append(_ABSTAINING)
        lines += section("Character", list(bullets(note)))
    texts = [f"{len(one.text)} characters: {one.provenance}" for one in found.texts]
    lines += section("Texts that you have imported", list(bullets(texts)))
    return "\n".join(lines) + "\n"


def terminal_ballots(ballots: Sequence[Ballot], *, name: str, body: str, session: str) -> str:
    """Return how one State voted in a session."""
    head = f"{name}, {body}, session {session}: {len(ballots)} votes on record"
    if not ballots:
        return (
            "\n".join([head, *paragraph(f"{UNKNOWN}: no source at hand names its votes")])
            + "\n"
        )
    rows = [
        (
            one.symbol,
            one.voted_on.isoformat() if one.voted_on is not None else UNKNOWN,
            _CHOICES[one.choice],
            one.provenance.source.key,
            one.label,
        )
        for one in ballots
    ]
    sources = dict.fromkeys((one.provenance.source.key, str(one.provenance)) for one in ballots)
    lines = [head, "", *table(rows, heads=("symbol", "date", "vote", "source", "about"))]
    lines += section(
        "Sources",
        [line for key, told in sources for line in paragraph(told, first=f"  {key}: ")],
    )
    return "\n".join(lines) + "\n"


def json_record(found: SymbolRecord) -> dict[str, Json]:
    """Return all that is on record as JSON."""
    return {
        "schema": SCHEMA,
        "symbol": found.symbol.text,
        "printed": found.printed,
        "kind": found.symbol.kind,
        "body": found.symbol.body,
        "look_alikes": list(found.look_alikes),
        "character": None if found.character is None else found.character.value,
        "faults": [
            {"kind": one.kind.value, "weight": one.weight.value, "message": one.message}
            for one in found.faults
        ],
        "resolutions": [
            {
                "adopted_on": None if one.adopted_on is None else one.adopted_on.isoformat(),
                "meeting": one.meeting,
                "label": one.label,
                "source": str(one.provenance),
                "rank": one.provenance.source.rank,
            }
            for one in found.resolutions
        ],
        "votes": [_vote_json(told) for told in found.votes],
        "texts": [str(one.provenance) for one in found.texts],
    }


def json_ballots(ballots: Sequence[Ballot], *, state: str, session: str) -> dict[str, Json]:
    """Return how one State voted as JSON."""
    return {
        "schema": SCHEMA,
        "state": state,
        "session": session,
        "ballots": [
            {
                "symbol": one.symbol,
                "voted_on": None if one.voted_on is None else one.voted_on.isoformat(),
                "choice": one.choice.value,
                "label": one.label,
                "source": str(one.provenance),
                "rank": one.provenance.source.rank,
            }
            for one in ballots
        ],
    }


def _how_read(found: SymbolRecord) -> Iterator[str]:
    if found.look_alikes:
        letters = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in found.look_alikes)
        yield from paragraph(
            f"Read although it was written with letters that only look Latin: {letters}.",
            rest="  ",
        )


def _adoption(found: SymbolRecord) -> Iterator[str]:
    if not found.resolutions:
        yield from paragraph(
            f"{UNKNOWN}: no source at hand has it; that does not say that it does not exist",
            first="  ",
        )
    if found.days_differ:
        yield "  DIFFERS: sources name different days"
    for one in found.resolutions:
        yield from paragraph(_resolution(one), first="  ", rest="    ")


def _resolution(one: Resolution) -> str:
    day = one.adopted_on.isoformat() if one.adopted_on is not None else f"day {UNKNOWN}"
    told = [day]
    if one.meeting:
        told.append(f"meeting {one.meeting}" if one.meeting.isdecimal() else one.meeting)
    if one.label:
        told.append(one.label)
    return f"{', '.join(told)} [rank {one.provenance.source.rank}: {one.provenance}]"


def _title(told: ToldVote) -> str:
    what = f"Vote on a part ({told.vote.part})" if told.vote.part else "Vote"
    return f"{what}{': DIFFERS from the best source' if told.differs else ''}"


def _vote(told: ToldVote) -> Iterator[str]:
    vote = told.vote
    yield from paragraph(
        f"{_figures(vote)} [rank {vote.provenance.source.rank}: {vote.provenance}]",
        first="  ",
        rest="    ",
    )
    if told.permanent:
        yield from paragraph(_permanent(told), first="  permanent members: ", rest="    ")
    for choice in (Choice.NO, Choice.ABSTAIN, Choice.NOT_VOTING, Choice.YES):
        named = vote.states(choice)
        if named:
            names = ", ".join(sorted(map(_name, named)))
            yield from paragraph(names, first=f"  {_CHOICES[choice]}: ", rest="    ")
    if vote.manner is Manner.RECORDED and not vote.complete:
        yield "  The roll-call is not complete in this source."
    for code, choice in vote.intended.items():
        yield from paragraph(
            f"{_name(code)} said later that it had meant {_CHOICES[choice]}; the record does "
            "not change.",
            first="  ",
        )
    if vote.note:
        yield from paragraph(vote.note, first="  ")


def _permanent(told: ToldVote) -> str:
    """Return what the permanent members did, by choice, against first."""
    parts = []
    for choice in (Choice.NO, Choice.ABSTAIN, Choice.NOT_VOTING, Choice.YES, None):
        named = [code for code, made in told.permanent.items() if made is choice]
        if named:
            word = UNKNOWN if choice is None else _CHOICES[choice]
            parts.append(f"{word}: {', '.join(sorted(map(_name, named)))}")
    if parts[0].startswith(UNKNOWN):
        return f"{UNKNOWN} in this source"
    return "; ".join(parts)


def _figures(vote: VoteRecord) -> str:
    words = _MANNERS[vote.manner]
    if vote.manner is Manner.WITHOUT_VOTE:
        return words
    figures = [
        f"{UNKNOWN if total is None else total} {_CHOICES[choice]}"
        for choice in Choice
        if (total := vote.total(choice)) is not None or choice is not Choice.NOT_VOTING
    ]
    return f"{words}: {', '.join(figures)}"


def _vote_json(told: ToldVote) -> dict[str, Json]:
    vote = told.vote
    return {
        "part": vote.part,
        "manner": vote.manner.value,
        "yes": vote.yes,
        "no": vote.no,
        "abstain": vote.abstain,
        "not_voting": vote.not_voting,
        "choices": _choices_json(vote.choices),
        "complete": vote.complete,
        "intended": _choices_json(vote.intended),
        "permanent_members": {
            code: UNKNOWN if choice is None else choice.value
            for code, choice in told.permanent.items()
        },
        "differs": told.differs,
        "note": vote.note,
        "source": str(vote.provenance),
        "rank": vote.provenance.source.rank,
    }


def _choices_json(choices: Mapping[str, Choice]) -> dict[str, Json]:
    return {code: choices[code].value for code in sorted(choices)}


def _name(code: str) -> str:
    return next((state.name for state in states() if state.code == code), code)
