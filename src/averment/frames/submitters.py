"""Who submits a document, where that stands before the text and not below it.

``Submission by: A, in association with B and C`` on a title page; ``We, the undersigned
organisations: A, B and C, write ...`` in the first paragraphs.
"""

import re
from collections.abc import Sequence

from averment.documents.document import Document, PassageKind
from averment.documents.grounded import Grounded
from averment.frames.frame_day import days_in
from averment.frames.frame_line import FrameLine
from averment.frames.frame_words import frame_words
from averment.frames.organisation_list import JOINT, split_organisations
from averment.frames.signature_line import LineRole, role_of

HEAD_LINES = 45
OPENING_LINES = 80
LONGEST_LABELLED = 1200
LONGEST_UNDERSIGNED = 3000
LONGEST_NAME = 130
PROSE_LENGTH = 120
MOST_NAMES = 120
FEWEST_UNDERSIGNED = 2
SHARE = 0.6
_NOUN = (
    r"(?:submission|submitted|prepared|presented|drafted|authored|written|compiled|produced|"
    r"report|paper|briefing|information|shadow\sreport|statement|joint\sstatement)"
)
LABEL = re.compile(
    rf"\W{{0,3}}(?:(?:joint\s|this\s|alternative\s|a\s|oral\s|written\s|open\s|public\s){{0,3}}(?:{_NOUN}\s){{1,2}}(?:is\s|was\s)?"
    r"(?:jointly\s)?(?:by|from|on\sbehalf\sof)\s?:?"
    r"|by\s?:|(?:the\s)?(?:joint\s)?(?:submitting|reporting|sponsoring|authoring|participating|"
    r"contributing|co-?submitting|submitted\sby)\s(?:organi[sz]ations?|parties|ngos?|stakeholders?|"
    r"groups?|coalition|entities)\s?:?"
    r"|(?:submitters?|stakeholders?|co-?submitters?|authors?|coalition\smembers?)\s?:"
    r"|(?:name|names)\sof\s(?:the\s)?(?:submitting\s|reporting\s)?(?:organi[sz]ations?|stakeholders?)\s?:?)"
    r"\W{0,3}(?=$|\s?\S)",
    re.IGNORECASE,
)
UNDERSIGNED = re.compile(
    r"\b(?:we,?\s(?:the\s)?(?:undersigned|following|below|signatory|co-?signing)|the\s(?:undersigned|signatory))"
    r"(?:\s[\w-]+){0,8}?(?:\s?[:–—(]|\s-{1,2}\s|,\snamely,?)\s*",
    re.IGNORECASE,
)
PARENTHESISED = re.compile(
    r"\bthe\sundersigned\s(?:[\w-]+\s){1,6}\((?P<names>[^()]{10,1500})\)",
    re.IGNORECASE,
)
END_OF_LIST = re.compile(
    r"\s[–—]\s|\s-{1,2}\s|\)|[.:](?:\s|$)|,?\s(?:(?:we\s)?(?:hereby\s|jointly\s|respectfully\s|"
    r"strongly\s|are\s|have\s|wish\s|would\s)?(?:write|writing|call|urge|express|condemn|submit|present|"
    r"ask|appeal|address|support|request|welcome|note|wish|raise|bring|draw|denounce|stand|demand)\b)",
    re.IGNORECASE,
)
QUALIFIED = re.compile(
    r",?\s(?:an?\s)?(?:non-?governmental|ngos?\b|in\s(?:special|general|consultative)|with\s(?:special|general|"
    r"consultative)|(?:to|for|at|before|under|during|ahead)\s(?:the|its)\b|on\sthe\s(?:roster|occasion)|delivered\b"
    r"|in\s(?:accordance|response|connection|relation|view)|for\sconsideration|regarding|concerning)",
    re.IGNORECASE,
)
NO_NAME = re.compile(
    r"(?:to|date|dated|submitted|session|re|subject|contact|e-?mail|tel|website|address|country|"
    r"introduction|summary|background|table\sof\scontents|contents|item|agenda)\b",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"\b(?:is|are|was|were|has|have|which|that|this|we)\b")


def find_submitters(
    document: Document, lines: Sequence[FrameLine], *, begin: int
) -> tuple[Grounded[str], ...]:
    """Return those whom a title page or the first paragraphs name; empty where none are.

    Args:
        document: The document.
        lines: Its body, line by line.
        begin: Index of the first line behind the greeting; 0 where there is none.
    """
    head = lines[: begin or _end_of_title_page(lines)]
    return _labelled(document, head[:HEAD_LINES]) or _undersigned(document, lines)


def _end_of_title_page(lines: Sequence[FrameLine]) -> int:
    for index, line in enumerate(lines[:HEAD_LINES]):
        if len(line.text) >= PROSE_LENGTH and LABEL.match(line.text) is None:
            return index + 1
    return HEAD_LINES


def _labelled(document: Document, head: Sequence[FrameLine]) -> tuple[Grounded[str], ...]:
    for index, line in enumerate(head):
        label = LABEL.match(line.text)
        if label is None or not _heads_line(line.text, label):
            continue
        inline = line.text[label.end() : label.end() + LONGEST_LABELLED]
        if inline.strip():
            found = _inline(document, line, label.end())
        else:
            found = _below(document, head[index + 1 :])
        if found:
            return found
    return ()


def _heads_line(text: str, label: re.Match[str]) -> bool:
    """Say whether the words are a label: a name, a colon or nothing stands behind them."""
    behind = text[label.end() :].lstrip(" *_")
    named = label.group().rstrip(" *_").endswith(":") or not behind
    return named or behind[:1].isupper() or behind.lower().startswith("the ")


def _inline(document: Document, line: FrameLine, start: int) -> tuple[Grounded[str], ...]:
    """Read the names behind a label; they may run on over the lines of the passage."""
    flow = document.passages[line.passage].flow
    begin = line.start + start
    words = flow.text[begin : begin + LONGEST_LABELLED]
    if not line.last and not _runs_on(words[: line.end - begin]):
        words = words[: line.end - begin]
    stop = QUALIFIED.search(words) or re.search(r"\.(?:\s|$)", words)
    joint = JOINT.match(words)
    end = stop.start() if stop is not None else len(words)
    words = words[: max(end, joint.end() if joint is not None else 0)]
    ranges = split_organisations(words)
    vocabulary = frame_words()
    if vocabulary.honorific.match(words) or vocabulary.office.search(words):
        # "Statement by Mr A. B., Minister of ...": one speaker, who holds an office.
        return ()
    if not ranges or SENTENCE.search(words[: ranges[-1][1]]):
        return ()
    return tuple(
        Grounded(
            value=words[a:b],
            span=flow.span(begin + a, begin + b),
            rule="signatory:submitted-by",
        )
        for a, b in ranges
        if b - a <= LONGEST_NAME
    )


def _runs_on(first_line: str) -> bool:
    return (
        first_line.rstrip().lower().endswith((",", ";", " and", " of", " for", " the", " with"))
    )


def _below(document: Document, lines: Sequence[FrameLine]) -> tuple[Grounded[str], ...]:
    """Read names on lines of their own, up to the first line that is none."""
    found: list[Grounded[str]] = []
    for line in lines[:MOST_NAMES]:
        text = line.text.strip(" ,;")
        role = role_of(text)
        if role is LineRole.CONTACT and found:
            continue
        if role not in (LineRole.ORGANISATION, LineRole.NAME, LineRole.FULL):
            break
        if (
            len(text) > LONGEST_NAME
            or NO_NAME.match(text)
            or SENTENCE.search(text)
            or days_in(text)
            or (line.kind is PassageKind.LIST_ITEM and _is_section(document, line))
        ):
            break
        for a, b in split_organisations(line.text):
            span = line.span(document, a, b)
            found.append(
                Grounded(value=line.text[a:b], span=span, rule="signatory:submitted-by")
            )
    return tuple(found)


def _is_section(document: Document, line: FrameLine) -> bool:
    """Say whether a numbered line opens the text: "1. Introduction"."""
    label = document.passages[line.passage].label or ""
    named = frame_words().organisation.search(line.text) is not None
    return label[:1].isalnum() and not named


def _undersigned(document: Document, lines: Sequence[FrameLine]) -> tuple[Grounded[str], ...]:
    for line in lines[:OPENING_LINES]:
        if not line.first:
            continue
        flow = document.passages[line.passage].flow
        words = flow.text[line.start : line.start + LONGEST_UNDERSIGNED]
        inside = PARENTHESISED.search(words)
        opening = UNDERSIGNED.search(words)
        if inside is not None:
            start, end = inside.span("names")
        elif opening is not None:
            start = opening.end()
            stop = END_OF_LIST.search(words, start)
            end = stop.start() if stop is not None else len(words)
        else:
            continue
        found = _grounded(document, line, words, start, end)
        if found:
            return found
    return ()


def _grounded(
    document: Document, line: FrameLine, words: str, start: int, end: int
) -> tuple[Grounded[str], ...]:
    flow = document.passages[line.passage].flow
    ranges = split_organisations(words[start:end])
    roles = [role_of(words[start + a : start + b]) for a, b in ranges]
    named = sum(role in (LineRole.ORGANISATION, LineRole.NAME) for role in roles)
    capital = all(words[start + a : start + b][:1].isupper() for a, b in ranges)
    if len(ranges) < FEWEST_UNDERSIGNED or not capital or named < SHARE * len(ranges):
        return ()
    base = line.start + start
    spans = [flow.span(base + a, base + b) for a, b in ranges]
    return tuple(
        Grounded(value=words[start + a : start + b], span=span, rule="signatory:undersigned")
        for (a, b), span in zip(ranges, spans, strict=True)
    )
