"""Addresses that are gone, cut or damaged, and what each was before."""

import re
from collections.abc import Iterator, Mapping

from averment.claims.reading import Reading
from averment.documents.address import Address, AddressStatus, Damage
from averment.documents.citation import Citation
from averment.findings.cited.cited_words import count, named, whole
from averment.findings.compose import finding
from averment.findings.finding import Finding, Ground, Severity

_LAYOUT = frozenset(
    {Damage.WRAP_SPACE, Damage.STRAY_GT, Damage.STRAY_MARK, Damage.TRACKING_PARAM}
)
_HARMLESS = frozenset({Damage.STRAY_GT, Damage.STRAY_MARK, Damage.TRACKING_PARAM})
_GAP = re.compile(r"\s+")
PLAIN = {
    Damage.WRAP_SPACE: "a line break or space inside it",
    Damage.WRAP_HYPHEN_LOST: "a hyphen lost at a line end",
    Damage.UNDERSCORE_TO_SPACE: "an underscore that became a space",
    Damage.DOT_TO_SPACE: "a full stop that became a space",
    Damage.DOT_TO_COMMA: "a full stop that became a comma",
    Damage.SCHEME_MISREAD: "its first letters misread",
    Damage.HOST_MISREAD: "a letter of the host misread",
    Damage.DEFANGED: "made unclickable on purpose",
    Damage.STRAY_GT: "a stray “>” behind it",
    Damage.STRAY_MARK: "punctuation of the sentence behind it",
    Damage.TRACKING_PARAM: "a tracking parameter",
    Damage.HTML_RESIDUE: "markup left inside it",
    Damage.CHARACTER_LOST: "a character lost",
    Damage.CUT: "cut off",
    Damage.MISSING: "missing",
}
"""Each kind of damage in plain words."""


def check_addresses(reading: Reading) -> Iterator[Finding]:
    """Give each address that does not lead anywhere as it is printed."""
    citing = _citing(reading)
    for index, address in enumerate(reading.addresses):
        citation = citing.get(index)
        match address.status:
            case AddressStatus.MISSING:
                yield _missing(reading, address, citation)
            case AddressStatus.TRUNCATED:
                yield _truncated(address, citation)
            case AddressStatus.REPAIRED:
                yield _repaired(address, citation)
            case AddressStatus.INTACT:
                yield from _stray(address)


def _citing(reading: Reading) -> Mapping[int, Citation]:
    return {i: citation for citation in reading.citations for i in citation.addresses}


def _where(address: Address) -> str:
    return f" in note {address.note}" if address.note else ""


def _steps(address: Address) -> list[Ground]:
    """Return what was done and what proves it, step by step."""
    return [
        Ground(text=f"{PLAIN[step.damage]}: {step.proof}", span=address.span)
        for step in address.steps
    ]


def _missing(reading: Reading, address: Address, citation: Citation | None) -> Finding:
    work = f" for {named(citation)}" if citation else ""
    place = f"Note {address.note}" if address.note else "The text"
    return finding(
        "CIT301",
        whole(address.span, reading.document.text),
        f"{place} announces an address{work} and prints none.",
        grounds=_steps(address),
        note=address.note,
    )


def _truncated(address: Address, citation: Citation | None) -> Finding:
    work = f" of {named(citation)}" if citation else ""
    proofs = [s.proof for s in address.steps if s.damage not in _HARMLESS]
    said = f": {proofs[-1]}" if proofs else ""
    remedy = None
    if address.candidates:
        remedy = (
            "Open each candidate, keep the one that shows the work cited, and print it whole; "
            "the candidates are guesses."
        )
    return finding(
        "CIT302",
        address.span,
        f"The address{work}{_where(address)} cannot be restored from the letter alone{said}.",
        remedy=remedy,
        grounds=_steps(address),
        note=address.note,
        candidates=address.candidates,
    )


def _repaired(address: Address, citation: Citation | None) -> Finding:
    damages = [s.damage for s in address.steps]
    work = f" of {named(citation)}" if citation else ""
    remedy = f"Print it as {address.repaired}"
    if Damage.WRAP_HYPHEN_LOST in damages:
        spaced = _GAP.search(address.raw.strip()) is not None
        subject = "Once its gaps are closed, the address" if spaced else "The address"
        return finding(
            "CIT304",
            address.span,
            f"{subject}{work}{_where(address)} looks right and is not: "
            "a hyphen was lost in it.",
            remedy=remedy,
            grounds=_steps(address),
            note=address.note,
        )
    gaps = _GAP.findall(address.raw.strip())
    if gaps and all("\n" in gap for gap in gaps) and _LAYOUT.issuperset(damages):
        return finding(
            "CIT303",
            address.span,
            f"The address{work}{_where(address)} is broken over lines; "
            "whoever copies it may get half of it.",
            severity=Severity.NOTE,
            remedy=remedy,
            grounds=_steps(address),
            note=address.note,
        )
    told = [PLAIN[d] for d in dict.fromkeys(damages) if d not in _HARMLESS]
    # To leave a tracking parameter out is advice, not a step of the proof: CIT305 gives it.
    proved = sum(d not in _HARMLESS for d in damages)
    return finding(
        "CIT303",
        address.span,
        f"The address{work}{_where(address)} does not work as printed "
        f"({'; '.join(told)}). What it was is proved in {count(proved, 'step')}.",
        remedy=remedy,
        grounds=_steps(address),
        note=address.note,
    )


def _stray(address: Address) -> Iterator[Finding]:
    """Say that a mark behind an otherwise sound address may be copied with it."""
    stray = [s for s in address.steps if s.damage is Damage.STRAY_GT]
    if stray:
        yield finding(
            "CIT306",
            address.span,
            f"A stray “>” stands behind the address{_where(address)}.",
            remedy=f"Print it as {address.repaired}",
            grounds=[Ground(text=stray[0].proof, span=address.span)],
            note=address.note,
        )
