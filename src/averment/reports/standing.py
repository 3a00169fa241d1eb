"""Answers of participation: for a person, for a table of questions, and as JSON."""

from collections.abc import Iterator, Sequence

from averment.law.participation import Act, ActKind
from averment.law.standing import Answer, Standing
from averment.reports.columns import bullets, paragraph, section, table
from averment.reports.json_value import Json

SCHEMA = "averment.standing/1"
MEANINGS = {
    Answer.BOUND: "a Party, and in force for it",
    Answer.NOT_BOUND: "not bound by the treaty as such",
    Answer.BOUND_BY_CUSTOM_ONLY: "no Party, or not known as one; bound so far as it is custom",
    Answer.SIGNED_ONLY: "signed and not ratified: no Party",
    Answer.NOT_YET_IN_FORCE: "joined or adopted, and without effect for it on that day",
    Answer.WITHDRAWN: "withdrawn",
    Answer.UNKNOWN: "not known; never to be read as no",
    Answer.DISPUTED: "sources, or States, differ",
}
_LIMITS = (
    "That an instrument bound a State does not say that it applied to a situation, or that it "
    "was broken."
)


def terminal_standing(standing: Standing, *, name: str, title: str) -> str:
    """Return one answer with its grounds.

    Args:
        standing: The answer.
        name: Of the State.
        title: Of the instrument.
    """
    since = f" since {_since(standing)}" if _since(standing) else ""
    lines = [
        *paragraph(
            f"{name} ({standing.state}), {title} ({standing.instrument}), "
            f"on {standing.day.isoformat()}"
        ),
        *paragraph(f"{standing.answer.value}{since}: {MEANINGS[standing.answer]}", rest="  "),
        *section(
            "Why",
            [line for reason in standing.reasons for line in paragraph(reason, first="  ")],
        ),
        *section("Acts on record", list(_acts(standing.rows))),
        *section("What would change the answer", list(bullets(standing.would_change))),
        *section("Positions; none of them is ours", list(_positions(standing))),
        *section("Reservations and declarations", list(_declarations(standing))),
    ]
    if standing.custom_note:
        lines += section("Custom", list(paragraph(standing.custom_note, first="  ")))
    lines += ["", *paragraph(_LIMITS)]
    return "\n".join(lines) + "\n"


def terminal_standings(standings: Sequence[Standing], *, name: str) -> str:
    """Return the answers of one State and day for many instruments, as a table."""
    rows = [
        (
            one.instrument,
            one.answer.value,
            _since(one),
        )
        for one in standings
    ]
    head = f"{name} ({standings[0].state}) on {standings[0].day.isoformat()}" if rows else name
    lines = [head, "", *table(rows, heads=("instrument", "answer", "since"))]
    return "\n".join([*lines, "", *paragraph(_LIMITS)]) + "\n"


def grounds_of(standing: Standing) -> str:
    """Return the grounds of an answer in one line, for a table."""
    told = list(standing.reasons)
    if standing.clause:
        told.append(f"Clause: {standing.clause}.")
    told += [f"Row: {_act(act)}." for act in standing.rows]
    told += [f"{one.held_by}: {one.view}" for one in standing.positions]
    return " ".join(" ".join(words.split()) for words in told)


def json_standing(standing: Standing) -> dict[str, Json]:
    """Return one answer as JSON."""
    return {
        "state": standing.state,
        "instrument": standing.instrument,
        "day": standing.day.isoformat(),
        "answer": standing.answer.value,
        "since": None if standing.since is None else standing.since.isoformat(),
        "clause": standing.clause,
        "reasons": list(standing.reasons),
        "rows": [_act_json(act) for act in standing.rows],
        "would_change": list(standing.would_change),
        "positions": [{"view": one.view, "held_by": one.held_by} for one in standing.positions],
        "declarations": [
            {
                "provision": one.provision,
                "kind": one.kind.value,
                "made": None if one.made is None else one.made.isoformat(),
                "withdrawn": None if one.withdrawn is None else one.withdrawn.isoformat(),
                "label": one.label,
                "source": str(one.provenance),
            }
            for one in standing.declarations
        ],
        "custom_note": standing.custom_note,
    }


def _since(standing: Standing) -> str:
    """Return the first day of the effect, where the answer speaks of one."""
    if standing.since is None or standing.answer not in {Answer.BOUND, Answer.WITHDRAWN}:
        return ""
    return standing.since.isoformat()


def _acts(acts: Sequence[Act]) -> Iterator[str]:
    for act in acts:
        yield from paragraph(_act(act), first="  ", rest="      ")


def _act(act: Act) -> str:
    kind = act.kind.value.replace("_", " ")
    if act.kind in {ActKind.PARTY_BY, ActKind.NOT_PARTY_ON}:
        kind = {"party by": "a Party by this day", "not party on": "no Party on this day"}[kind]
    effect = f", effect stated {act.stated_effect.isoformat()}" if act.stated_effect else ""
    note = f"; {act.note}" if act.note else ""
    return f"{act.on.isoformat()} {kind}{effect}: {act.provenance}{note}"


def _positions(standing: Standing) -> Iterator[str]:
    for one in standing.positions:
        yield from paragraph(f"{one.held_by}: {one.view}", first="  - ")


def _declarations(standing: Standing) -> Iterator[str]:
    for one in standing.declarations:
        made = "day not on record" if one.made is None else one.made.isoformat()
        yield from paragraph(
            f"{one.kind.value}, {one.provision or 'general'} ({made}): {one.label} "
            f"[{one.provenance}]",
            first="  - ",
        )


def _act_json(act: Act) -> dict[str, Json]:
    source = act.provenance.source
    return {
        "act": act.kind.value,
        "date": act.on.isoformat(),
        "stated_effect": None if act.stated_effect is None else act.stated_effect.isoformat(),
        "source": {
            "key": source.key,
            "title": source.title,
            "rank": source.rank,
            "as_of": source.as_of.isoformat(),
        },
        "confidence": act.provenance.confidence.value,
        "note": act.note,
    }
