"""Details that lead to a person: coordinates, homes, numbers, hiding places, pictures.

No message repeats the value: reports are passed on and logged. The span carries it.
"""

import re
from collections.abc import Iterator
from functools import cache

from averment.documents.span import Span
from averment.findings.finding import Finding
from averment.findings.prose import Part, Prose, Stretch
from averment.findings.safety.person import alternatives, any_of

_DECIMAL = re.compile(
    r"(?<![\d.,/-])(?P<latitude>[+-]?\d{1,2}\.\d{3,10})\s?°?\s?(?P<north>[NSns]\b)?\s"
    r"?[,;/ ]\s?(?P<longitude>[+-]?\d{1,3}\.\d{3,10})\s?°?\s?(?P<east>[EWew]\b)?(?!\d|"
    r"\.\d)"
)
_DEGREES = re.compile(
    r"\d{1,3}\s?[°º]\s?\d{1,2}(?:\.\d{1,6})?\s?'\s?(?:\d{1,2}(?:\.\d{1,6})?\s?(?:\"|"
    r"''))?\s?[NSEW]\b"
)
_GRID = re.compile(
    r"\b(?:MGRS|UTM|grid(?:\sreference)?)\W{0,3}\d{1,2}\s?[C-X]\s?[A-Z]{2}\s?\d{4,5}\s"
    r"?\d{4,5}\b"
)
_MAP_ADDRESS = re.compile(r"(?:@|[?&](?:q|ll|query)=)-?\d{1,2}\.\d{4,10},-?\d{1,3}\.\d{4,10}")
_SAID_PLACE = re.compile(
    r"\b(?:coordinates?|lat(?:itude)?|long(?:itude)?|gps|geolocat\w+|location|position)\b",
    re.IGNORECASE,
)
_FOUR_DECIMALS = re.compile(r"\.\d{4}")
_NEAR = 60

_STREET = (
    r"(?:\d{1,4}[a-z]?,?\s(?:[A-Z][a-z'-]+\s){1,3}(?:Street|St\.|Road|Rd\.|Avenue|"
    r"Ave\.|Lane|Boulevard|Square|Alley|Drive|Terrace)"
    r"|(?:[A-Z][a-z'-]+\s){1,3}(?:Street|Road|Avenue|Lane|Boulevard|Square|Alley|Drive|"
    r"Terrace),?\s(?:No\.?\s)?\d{1,4}"
    r"|(?:ul\.|ulitsa|rue|calle|via|str\.)\s(?:[A-Z][a-z'-]+\s?){1,3},?\s\d{1,4})"
)
_LIVES = re.compile(
    r"\b(?:lives?|lived|living|resid(?:es|ed|ing)|(?:home|house|flat|apartment)(?:\s"
    rf"address)?(?:\sis)?)\s?(?:at|in|on|:)\s(?:[a-z]+\s){{0,4}}?(?P<address>{_STREET})",
)

_PHONE = re.compile(r"(?<![\w+])\+\d{1,3}(?:[\s.()-]{0,2}\d{2,4}){2,5}(?!\d)")
_MAIL = re.compile(
    r"(?<![\w.+-])(?P<box>[A-Za-z0-9._%+-]{1,64})@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1"
    r",63}){1,4}\b"
)
_FEWEST_DIGITS = 8

_IDENTITY = re.compile(
    r"\b(?i:passport|identity\scard|id\scard|national\sid|identity\sdocument|"
    r"(?:personal|national)\sidentification\snumber|personal\snumber|social\ssecurity|"
    r"driving\slicen[cs]e|driver's\slicen[cs]e|military\sid|birth\scertificate)\s"
    r"?(?i:(?:no\.?|number|nr\.?|series|holder|is|was)[\s:]{0,2}){0,3}[:#]?\s"
    r"?(?P<value>[A-Z]{0,3}[\s-]?\d[\dA-Z\s-]{3,16}\d)\b"
)
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,3})?\b")
_CHECK = 97
_PLATE = re.compile(
    r"\b(?i:licen[cs]e|number|registration)\s(?i:plates?|number)[\s:]{1,2}(?i:(?:no\.?|"
    r"number|reading|bearing|with|was|is|of)[\s"
    r":]{0,2}){0,2}[\"']?(?P<value>(?=[A-Z0-9\s-]{0,9}\d)(?=[A-Z0-9\s"
    r"-]{0,9}[A-Z])[A-Z0-9]{1,4}(?:[\s-][A-Z0-9]{1,4}){1,3})\b"
)

_HIDING = re.compile(
    r"\b(?i:(?:is|are|remains?|currently|now|still|presently)\s(?:\w+\s)?(?:in\s"
    r")?hiding|(?:is|are|currently|now|still)\s(?:being\s)?(?:hidden|sheltered|"
    r"sheltering)|safe\shouse)\s(?:in|at|near|on|with)\s(?:(?:the|a|an|his|her|their)\s"
    r")?(?:[a-z]+\s){0,5}?(?:of\s|in\s|at\s)?[A-Z0-9][\w'-]*(?:\s[A-Z][\w'-]*){0,3}"
)
_PICTURE = re.compile(
    r"\b(?:photographs?|photos?|pictures?|images?|video|videos|footage|recordings?)\s"
    r"(?:[a-z]+\s){0,3}?(?:of|shows?|showing|depict\w{0,3}|attached\sof)\s"
    r"(?:[a-z'-]+\s){0,4}?(?:victims?|survivors?|witness(?:es)?|child|children|girls?|"
    r"boys?|detainees?|prisoners?|captives?|faces?|patients?|bod(?:y|ies))\b"
    r"|\bfaces?\s(?:is|are|can\sbe)\s(?:clearly\s)?(?:visible|recogni[sz]able|seen|"
    r"recogni[sz]ed)\b",
    re.IGNORECASE,
)


def check_details(prose: Prose) -> Iterator[Finding]:
    """Find details that a reader seldom needs and an adversary does."""
    for stretch in prose.stretches:
        yield from _coordinates(prose, stretch)
        if stretch.part in {Part.BODY, Part.NOTE}:
            yield from _numbers(prose, stretch)
        if stretch.part is Part.BODY:
            yield from _homes(prose, stretch)
            yield from _contacts(prose, stretch)
            yield from _pictures(prose, stretch)
    yield from _maps(prose)
    yield from _files(prose)


def _coordinates(prose: Prose, stretch: Stretch) -> Iterator[Finding]:
    text = stretch.text
    message = "Exact coordinates. Do they lead to a home, a shelter, a witness or an aid post?"
    for match in _DECIMAL.finditer(text):
        if abs(float(match["latitude"])) > 90 or abs(float(match["longitude"])) > 180:  # noqa: PLR2004 - degrees
            continue
        lettered = match["north"] or match["east"] or "°" in match.group()
        exact = all(_FOUR_DECIMALS.search(match[key]) for key in ("latitude", "longitude"))
        if (
            lettered
            or exact
            or _SAID_PLACE.search(text[max(0, match.start() - _NEAR) : match.start()])
        ):
            yield prose.finding("SAF201", stretch.span(match.start(), match.end()), message)
    for pattern in (_DEGREES, _GRID):
        last = -_NEAR
        for match in pattern.finditer(text):
            if match.start() - last > len(", and E "):  # the other half of the same place
                yield prose.finding("SAF201", stretch.span(match.start(), match.end()), message)
            last = match.end()


def _maps(prose: Prose) -> Iterator[Finding]:
    for address in prose.reading.addresses:
        if address.raw and _MAP_ADDRESS.search(address.raw):
            message = (
                "The address holds exact coordinates. Do they lead to a home, a shelter or "
                "a witness?"
            )
            yield prose.finding("SAF201", address.span, message)


def _homes(prose: Prose, stretch: Stretch) -> Iterator[Finding]:
    for match in _LIVES.finditer(stretch.text):
        message = "A home address. Does the reader need more than the town?"
        yield prose.finding(
            "SAF202", stretch.span(match.start("address"), match.end()), message
        )
    for match in _HIDING.finditer(stretch.text):
        message = "This tells where somebody hides or is sheltered."
        yield prose.finding("SAF207", stretch.span(match.start(), match.end()), message)


@cache
def _mailboxes() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('role_mailboxes')})\b", re.IGNORECASE)


def _contacts(prose: Prose, stretch: Stretch) -> Iterator[Finding]:
    text = stretch.text
    if "+" not in text and "@" not in text:
        return
    for pattern, code, what in (
        (_PHONE, "SAF203", "A telephone number"),
        (_MAIL, "SAF204", "An e-mail address"),
    ):
        for match in pattern.finditer(text):
            if code == "SAF203" and sum(c.isdecimal() for c in match.group()) < _FEWEST_DIGITS:
                continue
            begin, end = stretch.around(match.start())
            if any_of("contacts").search(text[begin:end]) or (
                code == "SAF204" and _mailboxes().match(match["box"])
            ):
                continue
            message = (
                f"{what} stands in the text itself. Whose is it, and may every reader have it?"
            )
            yield prose.finding(code, stretch.span(match.start(), match.end()), message)


def _numbers(prose: Prose, stretch: Stretch) -> Iterator[Finding]:
    text = stretch.text
    for match in _IDENTITY.finditer(text):
        message = "The number of a personal document."
        yield prose.finding("SAF205", stretch.span(match.start("value"), match.end()), message)
    for match in _ACCOUNT.finditer(text):
        if _is_account(match.group()):
            message = "The number of a bank account."
            yield prose.finding("SAF205", stretch.span(match.start(), match.end()), message)
    for match in _PLATE.finditer(text):
        message = (
            "A vehicle's registration. Is it the suspect's, or does it lead to a victim or "
            "a driver of aid?"
        )
        yield prose.finding("SAF206", stretch.span(match.start("value"), match.end()), message)


def _is_account(printed: str) -> bool:
    """Check the two digits of an IBAN (ISO 13616: the remainder by 97 is 1)."""
    bare = printed.replace(" ", "")
    digits = "".join(str(int(c, 36)) for c in bare[4:] + bare[:4])
    return int(digits) % _CHECK == 1


def _pictures(prose: Prose, stretch: Stretch) -> Iterator[Finding]:
    for match in _PICTURE.finditer(stretch.text):
        message = (
            "A picture that shows a person. Can the face be recognised, and did the person "
            "agree?"
        )
        yield prose.finding("SAF208", stretch.span(match.start(), match.end()), message)


@cache
def _file_name() -> re.Pattern[str]:
    words = alternatives("file_words")
    return re.compile(
        rf"(?<![\w-])(?:\w{{1,30}}[_-]){{0,3}}(?i:{words})s?[_-](?:of[_-]|"
        r"with[_-])?[A-Z][a-z]{1,20}(?:[_-]\w{1,20}){0,4}\.(?i:pdf|docx?|odt|"
        r"mp3|mp4|m4a|wav|jpe?g|png|xlsx?|mov|avi)\b"
    )


def _files(prose: Prose) -> Iterator[Finding]:
    text = prose.reading.document.text
    for match in _file_name().finditer(text):
        message = "A file name seems to carry a person's name; names of files travel with them."
        yield prose.finding("SAF209", Span(match.start(), match.end()), message)
