"""Short forms: *ibid.*, *id.*, *supra note 3*, and "(note 3)" behind a name."""

import re

from averment.apparatus.citation_part import Part
from averment.documents.citation import Citation
from averment.documents.grounded import Grounded
from averment.documents.span import Span

SHORT = re.compile(
    r"(?P<form>[Ii]bid(?:em)?|[Ii]d(?=[.,\s])|[Ss]upra|[Ll]oc\.\s?cit|[Oo]p\.\s?cit)\b\.?"
    r"|.{0,80}?(?P<later>\bsupra\b|\bop\.\s?cit\b\.?|,\s+(?:cited\s+)?above\b(?=,?\s+(?:note"
    r"|n\.?|fn\.?|para|at|p\.))|\bcited above\b)"
    r"|.{0,80}?\b(?:cited|quoted|referred to) (?:above )?in (?:note|n\.?|fn\.?"
    r"|footnote)\s*(?:\d{1,3})"
    r"|.{0,80}?\((?:above\s+|see\s+|cited\s+)?(?:note|n\.?|fn\.?|footnote)\s*(?:\d{1,3}|[l"
    r"|I])\)"
)
NOTE_NUMBER = re.compile(
    r"\b(?:note|n\.?|fn\.?|footnote)\s*(\d{1,3}|[ivx]{1,5}\b)", re.IGNORECASE
)
FORMS = {
    "ibidem": "ibid",
    "loc.cit": "ibid",
    "op.cit": "supra",
    "op.cit.": "supra",
    "id": "id",
    "ibid": "ibid",
}


def read_short_form(part: Part, span: Span, *, note: str | None) -> Citation | None:
    """Read a short form; None where the citation is none.

    Args:
        part: The citation's words, signal left out.
        span: Where the whole citation stands.
        note: Number of the note.
    """
    short = SHORT.match(part.text, part.start, part.end)
    if short is None:
        return None
    number = NOTE_NUMBER.search(part.text, part.start, part.end)
    form = (short["form"] or short["later"] or "supra").lower().replace(" ", "")
    identifier = None
    if number is not None:
        place = part.flow.span(*number.span(1))
        identifier = Grounded(value=number[1], span=place, rule="short:note")
    return Citation(
        span=span,
        note=note,
        short_form=FORMS.get(form, "supra"),
        pinpoint=part.pinpoint(number.end() if number else short.end()),
        identifier=identifier,
    )
