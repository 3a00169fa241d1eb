"""How the catalogue stands, and how two differ, for a person and as JSON."""

from collections.abc import Iterator, Sequence
from datetime import date

from averment.catalogue.difference import CatalogueDifference, FileDifference
from averment.catalogue.imported import ImportDone, Imported
from averment.law.catalogue_status import CatalogueStatus, InstrumentStatus, Reach
from averment.law.standing import Answer
from averment.reports.columns import paragraph, section, table
from averment.reports.json_value import Json

SCHEMA = "averment.catalogue/1"
_MOST_NAMED = 12
_SHORT = 12


def terminal_status(status: CatalogueStatus) -> str:
    """Return the version, the digests, the counts and the imports."""
    manifest = status.manifest
    lines = [f"Catalogue {manifest.version}, as of {manifest.as_of.isoformat()}"]
    if status.changed:
        lines += paragraph(
            f"{len(status.changed)} files are NOT as published: {', '.join(status.changed)}"
        )
    else:
        lines.append(f"{len(manifest.digests)} files, each as published")
    rows = [_instrument_row(one) for one in status.instruments]
    heads = ("instrument", "acts", "States", "complete until", "depositary's count")
    lines += ["", *table(rows, heads=heads)]
    differing = sum(not c.agrees for one in status.instruments for c in one.checks)
    number = sum(len(one.checks) for one in status.instruments)
    lines += ["", f"{number} counts of depositaries, {differing} differ from the catalogue's."]
    lines += section("Imports", [line for one in status.imports for line in _import(one)])
    return "\n".join(lines) + "\n"


def terminal_reach(reached: Sequence[Reach], *, day: date) -> str:
    """Return, for each instrument, how many States have which answer, and who is UNKNOWN."""
    rows = []
    for one in reached:
        unknown = ", ".join(one.unknown[:_MOST_NAMED])
        more = (
            f" and {len(one.unknown) - _MOST_NAMED} more"
            if len(one.unknown) > _MOST_NAMED
            else ""
        )
        known = sum(len(codes) for codes in one.answers.values()) - len(one.unknown)
        rows.append((one.instrument, str(known), str(len(one.unknown)), unknown + more))
    heads = ("instrument", "answered", "UNKNOWN", "of these")
    total = sum(len(codes) for one in reached for codes in one.answers.values())
    open_ones = sum(len(one.unknown) for one in reached)
    lines = [f"Answers on {day.isoformat()}, for the States of today", ""]
    lines += [*table(rows, heads=heads), "", f"{total} answers, {open_ones} of them UNKNOWN."]
    return "\n".join(lines) + "\n"


def terminal_difference(found: CatalogueDifference) -> str:
    """Return what another version adds, removes and changes."""
    lines = [
        f"Ours   {found.ours.version}, as of {found.ours.as_of.isoformat()}",
        f"Theirs {found.theirs.version}, as of {found.theirs.as_of.isoformat()}",
    ]
    if found.unpublished:
        said = f"Theirs is NOT as published: {', '.join(found.unpublished)}."
        lines += ["", *paragraph(said)]
    for one in found.files:
        told = list(_difference(one)) or ["  only its layout differs"]
        counts = (
            f"{len(one.added)} added, {len(one.removed)} removed, {len(one.changed)} changed"
        )
        lines += section(f"{one.name}: {counts}", told)
    if not found.files:
        lines += ["", "No file differs."]
    return "\n".join(lines) + "\n"


def terminal_import(done: ImportDone) -> str:
    """Return what an import did."""
    about = done.imported.about
    if done.was_there:
        return (
            "\n".join(
                paragraph(
                    f"These bytes are import {done.imported.number} already: nothing was done."
                )
            )
            + "\n"
        )
    lines = [*paragraph(f"Import {done.imported.number}: {about.title}, {about.rows} rows.")]
    lines += [line for remark in about.remarks for line in paragraph(remark, first="  ")]
    return "\n".join(lines) + "\n"


def json_status(status: CatalogueStatus) -> dict[str, Json]:
    """Return the status as JSON."""
    return {
        "schema": SCHEMA,
        "version": status.manifest.version,
        "as_of": status.manifest.as_of.isoformat(),
        "files": len(status.manifest.digests),
        "changed_files": list(status.changed),
        "instruments": [
            {
                "instrument": one.instrument,
                "acts": one.acts,
                "states": one.states,
                "complete_until": None
                if one.coverage.complete_until is None
                else one.coverage.complete_until.isoformat(),
                "counts": [
                    {
                        "as_of": check.as_of.isoformat(),
                        "stated": check.stated,
                        "counted": check.counted,
                        "source": str(check.provenance),
                    }
                    for check in one.checks
                ],
            }
            for one in status.instruments
        ],
        "imports": [json_import(one) for one in status.imports],
    }


def json_reach(reached: Sequence[Reach], *, day: date) -> dict[str, Json]:
    """Return the reach of the answers as JSON."""
    return {
        "schema": SCHEMA,
        "day": day.isoformat(),
        "instruments": {
            one.instrument: {
                answer.value: list(one.answers[answer])
                for answer in Answer
                if answer in one.answers
            }
            for one in reached
        },
    }


def json_difference(found: CatalogueDifference) -> dict[str, Json]:
    """Return a difference as JSON."""
    return {
        "schema": SCHEMA,
        "ours": found.ours.version,
        "theirs": found.theirs.version,
        "unpublished": list(found.unpublished),
        "files": {
            one.name: {
                "added": list(one.added),
                "removed": list(one.removed),
                "changed": list(one.changed),
            }
            for one in found.files
        },
    }


def json_import(one: Imported) -> dict[str, Json]:
    """Return an import as JSON."""
    return {
        "number": one.number,
        "kind": one.about.kind.value,
        "files": list(one.about.files),
        "sha256": one.about.digest,
        "target": one.about.target,
        "rows": one.about.rows,
        "as_of": one.about.as_of.isoformat(),
        "title": one.about.title,
        "rank": one.about.rank,
        "remarks": list(one.about.remarks),
    }


def _instrument_row(one: InstrumentStatus) -> tuple[str, ...]:
    until = one.coverage.complete_until
    told = [
        f"{check.stated} on {check.as_of.isoformat()}"
        + ("" if check.agrees else f", ours {check.counted}")
        for check in one.checks
    ]
    return (
        one.instrument,
        str(one.acts),
        str(one.states),
        until.isoformat() if until is not None else "never",
        "; ".join(told) or "none on record",
    )


def _import(one: Imported) -> Iterator[str]:
    about = one.about
    yield from paragraph(
        f"{about.title} [{about.kind.value}, {', '.join(about.files)}, {about.rows} rows, "
        f"as of {about.as_of.isoformat()}, rank {about.rank}, "
        f"sha256 {about.digest[:_SHORT]}]",
        first=f"  {one.number:>3}  ",
    )
    for remark in about.remarks:
        yield from paragraph(remark, first="       ")


def _difference(one: FileDifference) -> Iterator[str]:
    for sign, keys in (("+", one.added), ("-", one.removed), ("~", one.changed)):
        for key in keys[:_MOST_NAMED]:
            yield from paragraph(key, first=f"  {sign} ")
        if len(keys) > _MOST_NAMED:
            yield f"  {sign} and {len(keys) - _MOST_NAMED} more (--json prints all)"
