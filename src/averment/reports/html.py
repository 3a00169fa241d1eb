"""The letter as a page: one file, nothing fetched, every word of it escaped."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from averment.claims.reading import Reading
from averment.documents.address import Address, AddressStatus
from averment.findings.checked import Checked
from averment.findings.finding import Severity
from averment.reports.html_qualification import QualificationCard, qualification_card
from averment.reports.html_view import (
    LetterView,
    Remark,
    Shown,
    letter_view,
    severity_key,
    shown,
)
from averment.reports.place import Places
from averment.reports.plain_words import excerpt, one_line, printable
from averment.reports.qualification import LIMITS as QUALIFICATION_LIMITS
from averment.reports.summary import (
    LIMITS,
    SEVERITY_MEANINGS,
    SEVERITY_WORDS,
    STATUS_WORDS,
    step_words,
    summarise,
)
from averment.reports.terminal_reading import (
    addresses_of,
    allegation_facts,
    source_words,
)

CLAIM_WORDS = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressCard:
    """One printed address, and what is known of it."""

    printed: Shown
    status: str
    status_key: str
    note: str | None
    meant: Shown | None
    steps: tuple[str, ...]
    guesses: tuple[Shown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCard:
    """One source, and the addresses it is cited under."""

    number: int | None
    words: str
    kind: str
    notes: tuple[str, ...]
    addresses: tuple[AddressCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCard:
    """One claim, what is alleged in it, and the remarks on it."""

    number: int
    kind: str
    place: str
    words: str
    facts: tuple[tuple[tuple[str, str], ...], ...]
    """One group of facts an allegation."""
    engages: tuple[QualificationCard, ...]
    """What each alleged act may engage."""
    notes: tuple[str, ...]
    remarks: tuple[Remark, ...]


def html_report(checked: Checked, *, show_ok: bool = False) -> str:
    """Return the page.

    Args:
        checked: The letter and its findings.
        show_ok: Show at once what was checked and borne out; otherwise a click shows it.
    """
    reading = checked.reading
    view = letter_view(checked)
    style, script = _asset("html_style.css"), _asset("html_script.js")
    return _template().render(
        checked=checked,
        frame=tuple(_frame(reading)),
        summary=summarise(checked),
        notices=tuple(one_line(n.text) for n in reading.document.notices),
        name=one_line(reading.document.name),
        language=reading.language or "",
        view=view,
        claims=_claims(checked, view),
        sources=tuple(_sources(reading)),
        severities=tuple(
            (severity_key(s), SEVERITY_WORDS[s], SEVERITY_MEANINGS[s], _count(view, s))
            for s in reversed(Severity)
        ),
        limits=LIMITS,
        qualification_limits=QUALIFICATION_LIMITS,
        show_ok=show_ok,
        # The two files hold no end tag and come with the program, never from a letter.
        style=Markup(style),  # noqa: S704
        script=Markup(script),  # noqa: S704
        style_hash=_content_hash(style),
        script_hash=_content_hash(script),
    )


def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8").strip()


def _content_hash(words: str) -> str:
    """Return the hash by which the page's policy lets a script or style run (CSP 3, 6.7.3)."""
    return f"sha256-{b64encode(sha256(words.encode()).digest()).decode()}"


def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_asset("html_template.html"))


def _count(view: LetterView, severity: Severity) -> int:
    return sum(remark.key == severity_key(severity) for remark in view.remarks)


def _frame(reading: Reading) -> Iterator[tuple[str, tuple[str, ...]]]:
    head = reading.letterhead
    yield "To", tuple(one_line(a.value) for a in head.addressees) or ("not found",)
    yield "Date", (one_line(head.date.value) if head.date else "not found",)
    yield "Signed by", tuple(one_line(s.value) for s in head.signatories) or ("not found",)
    if head.subject is not None:
        yield "Subject", (one_line(head.subject.value),)


def _claims(checked: Checked, view: LetterView) -> tuple[ClaimCard, ...]:
    reading = checked.reading
    places = Places(document=reading.document)
    by_claim: dict[int, list[Remark]] = {}
    for remark in view.remarks:
        if remark.claim is not None:
            by_claim.setdefault(remark.claim, []).append(remark)
    text = reading.document.text
    engaged: dict[int, list[QualificationCard]] = {}
    for one in checked.qualifications:
        card = qualification_card(one, text=text)
        if card is not None and card not in engaged.setdefault(one.claim, []):
            engaged[one.claim].append(card)
    return tuple(
        ClaimCard(
            number=claim.number,
            kind=claim.kind.value,
            place=places.words_for(claim.span.start),
            words=excerpt(claim.span.of(text), limit=CLAIM_WORDS),
            facts=tuple(tuple(allegation_facts(a)) for a in claim.allegations),
            engages=tuple(engaged.get(claim.number, ())),
            notes=tuple(printable(note) for note in claim.notes),
            remarks=tuple(by_claim.get(claim.number, ())),
        )
        for claim in reading.claims
    )


def _sources(reading: Reading) -> Iterator[SourceCard]:
    seen: set[int] = set()
    for source in reading.sources:
        indexes = addresses_of(reading, source)
        seen.update(indexes)
        notes = (reading.citations[c].note for c in source.citations)
        outlet = source.outlet
        yield SourceCard(
            number=source.number,
            words=source_words(source),
            kind=(outlet.kind + (f", {outlet.state}" if outlet.state else ""))
            if outlet
            else "",
            notes=tuple(dict.fromkeys(printable(n) for n in notes if n is not None)),
            addresses=tuple(_address(reading.addresses[i]) for i in indexes),
        )
    rest = tuple(_address(a) for i, a in enumerate(reading.addresses) if i not in seen)
    if rest:
        yield SourceCard(
            number=None,
            words="Addresses that belong to no source",
            kind="",
            notes=(),
            addresses=rest,
        )


def _address(address: Address) -> AddressCard:
    repaired = address.repaired
    meant = repaired is not None and address.status in {
        AddressStatus.REPAIRED,
        AddressStatus.INTACT,
    }
    return AddressCard(
        printed=Shown(text=shown(address.raw).text, href=None),
        status=STATUS_WORDS[address.status],
        status_key=address.status.value,
        note=printable(address.note) if address.note else None,
        meant=shown(repaired) if meant and repaired is not None else None,
        steps=step_words(address),
        guesses=tuple(shown(candidate) for candidate in address.candidates),
    )
