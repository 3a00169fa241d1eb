"""Whom a letter is written to: its address block, its label, its heading or its greeting."""

import re
from collections.abc import Sequence

from averment.documents.document import Document
from averment.documents.grounded import Grounded
from averment.frames.address_block import Head, block_addressees, labelled_addressees
from averment.frames.frame_line import FrameLine
from averment.frames.frame_words import frame_words
from averment.frames.head_piece import (
    LONGEST,
    HeadPiece,
    head_pieces,
    join_pieces,
    names_someone,
    split_line,
)
from averment.frames.issuer import is_spoken
from averment.frames.name_list import split_names
from averment.frames.salutation import Salutation

HEAD_LINES = 60
HEADING_LINES = 8
SHORTEST = 3
SEARCHED_LINES = 200
SEARCHED = 3000
LONGEST_LIST = 2000
SHARE_NAMED = 0.6
_KINDS = (
    "letter|appeal|petition|memorandum|communication|complaint|submission|plea|message|"
    "telegram|memo"
)
LETTER_TO = re.compile(
    r"(?:an\s)?(?:joint\s|open\s|urgent\s|public\s|ngo\s|civil\ssociety\s|collective\s){0,4}"
    rf"(?:{_KINDS})(?:\s(?:from|by|of)\s[^.:;]{{2,100}}?)?\s(?:addressed\s)?to\s(?P<whom>.{{3,300}})",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"\s(?:on|about|regarding|concerning|re|over|calling|urging|asking|demanding|requesting|in|for|against|from|"
    r"following|ahead|after|by|dated|signed|to|as|with)\s(?!the\sUnited\sNations\b|Human\sRights|Foreign|Geneva|"
    r"New\sYork|Chief|Office|Torture|Extrajudicial|Enforced|Freedom|Refugees|Children|the\sPrevention|Counter)"
    r"|\s(?:Dear|Your\sExcellenc|Excellenc)|\s?[:;–—|]|\.\s|\.$|\?|\sto\sthe\sUnited\sNations\sfrom",
    re.IGNORECASE,
)
SENTENCE_TO = re.compile(
    rf"\b(?:(?:this|present|our)\s(?:{_KINDS}|statement)\s(?:is\s)?(?:hereby\s)?addressed\sto"
    r"|presents?\s(?:its|their|his|her)\s(?:best\s)?compliments\sto"
    rf"|(?:sent|sending|addressed|wrote)\s(?:a|an|this|the|our)\s(?:\w+\s){{0,2}}(?:{_KINDS})\sto"
    r"|(?:we|i|undersigned|organi[sz]ations|signatories)\b[^.;:]{0,160}?(?:address(?:ing)?\s(?:ourselves|"
    r"(?:this|the\spresent)\s(?:letter|appeal))|appeal(?:ing)?|turn(?:ing)?|writ(?:e|ing)|apply|applying)\sto)"
    r"\s(?=(?:the|his|her|mr|ms|h\.e|all|un|united|president)\b)",
    re.IGNORECASE,
)
END_OF_LIST = re.compile(
    r"\s(?:to\s(?:take|immediately|stop|use|condemn|act|ensure|urge|put|exert|intervene|express|draw|make|give|call|"
    r"demand|request|ask|convey|raise|bring|share|inform|protest|urgently|do|end|protect|help|provide|support)|"
    r"with\s(?:a|an|the|our)|in\s(?:order|connection|relation|view|light|this|which|regard)|urging|calling|asking|"
    r"demanding|requesting|concerning|regarding|because|so\sthat|as\s(?:we|the)|that|who|which|"
    r"and\s(?:has|have|call|urge|ask|request|demand|we)|on\sbehalf|about)\b|[.;:]\s|[.;:]$"
)
NO_ONE = re.compile(
    r"(?:sirs?|madam|sir\s?(?:/|or|and)\s?madam|friends?|colleagues?|all|reader|editor|(?:your\s)?excellenc(?:y|ies)|"
    r"ladies and gentlemen|to whom it may concern|comrades?|ambassadors?)",
    re.IGNORECASE,
)
EVENT = re.compile(
    r"\b(?:review|upr|session|inquiry|enquiry|consultation|questionnaire|study|call\sfor|report)\b",
    re.IGNORECASE,
)
QUOTES = " \"'“‘*#"


def find_addressees(
    document: Document, *, lines: Sequence[FrameLine], salutation: Salutation | None
) -> tuple[Grounded[str], ...]:
    """Return each person or body that the letter is written to, in the order of the text."""
    head = Head(pieces=tuple(_head(lines, salutation)), greeted=salutation is not None)
    spoken = is_spoken(lines)
    found = labelled_addressees(document, head)
    if not found and not spoken:
        found = block_addressees(document, head)
    found = found or _headed(document, lines)
    if found:
        return found
    if salutation is not None and not spoken:
        found = _greeted(document, lines, salutation)
    return found or _in_sentence(document, lines)


def _head(lines: Sequence[FrameLine], salutation: Salutation | None) -> list[HeadPiece]:
    if salutation is None:
        return head_pieces(lines[:HEAD_LINES])
    pieces = head_pieces(lines[: salutation.line])
    if salutation.start:
        pieces += split_line(lines[salutation.line], 0, salutation.start)
    return pieces


def _headed(document: Document, lines: Sequence[FrameLine]) -> tuple[Grounded[str], ...]:
    """Read ``Open letter to ...``."""
    for piece in head_pieces(lines[:HEADING_LINES]):
        text = piece.text
        bare = text.lstrip(QUOTES)
        found = LETTER_TO.match(bare)
        if found is None or len(text) > 2 * LONGEST:
            continue
        start, end = (place + len(text) - len(bare) for place in found.span("whom"))
        stop = ABOUT.search(text, start, end)
        words = text[start : stop.start() if stop is not None else end].rstrip(" ," + QUOTES)
        if len(words) >= SHORTEST and names_someone(words) and not _is_event(words):
            parts = [piece.part(start + a, start + b) for a, b in split_names(words)]
            return tuple(
                join_pieces(document, [part], rule="addressee:heading") for part in parts
            )
    return ()


def _is_event(words: str) -> bool:
    """Say whether a submission goes to a review or a session, not to somebody."""
    return EVENT.search(words) is not None and frame_words().office.search(words) is None


def _greeted(
    document: Document, lines: Sequence[FrameLine], salutation: Salutation
) -> tuple[Grounded[str], ...]:
    """Fall back on the greeting: ``Dear Secretary-General``."""
    text = salutation.text
    offset = len("dear ") if text.lower().startswith("dear ") else 0
    words = text[offset:].strip(" ,")
    if not words or NO_ONE.fullmatch(words):
        return ()
    if not offset and not frame_words().office.search(words):
        return ()
    begin = salutation.start + text.index(words, offset)
    whole = HeadPiece(lines[salutation.line], begin, begin + len(words))
    parts = [whole.part(a, b) for a, b in split_names(words)]
    return tuple(join_pieces(document, [part], rule="addressee:salutation") for part in parts)


def _in_sentence(document: Document, lines: Sequence[FrameLine]) -> tuple[Grounded[str], ...]:
    """Read addressees in a sentence: "we appeal to the ..., the ... and the ..."."""
    for line in lines[:SEARCHED_LINES]:
        if not line.first:
            continue
        flow = document.passages[line.passage].flow
        words = flow.text[line.start : line.start + SEARCHED]
        found = SENTENCE_TO.search(words[: SEARCHED // 2])
        if found is None:
            continue
        stop = END_OF_LIST.search(words, found.end())
        listed = words[found.end() : stop.start() if stop is not None else len(words)]
        parts = split_names(listed)
        named = [names_someone(listed[a:b]) for a, b in parts]
        if sum(named) > SHARE_NAMED * len(parts) and len(listed) < LONGEST_LIST:
            base = line.start + found.end()
            return tuple(
                Grounded(
                    value=listed[a:b],
                    span=flow.span(base + a, base + b),
                    rule="addressee:sentence",
                )
                for a, b in parts
            )
    return ()
