"""The verbs of `request_verbs.toml`, as patterns."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

APPOSITION = r"(?:,\s(?:[^,;:.]{1,120}),|,?\sthe\sundersigned(?:[^,;:.]{0,80},)?)?"
TELLING_ADVERBS = (
    "has",
    "have",
    "yesterday",
    "on monday",
    "on tuesday",
    "on wednesday",
    "on thursday",
    "on friday",
    "on saturday",
    "on sunday",
)
WRITE_TO = (
    r"(?:(?:am|are)\s)?(?:again\s|now\s|also\s)?writ(?:e|ing)\b[^.;:]{0,140}?\s(?:to|and)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestWords:
    """Patterns over one sentence."""

    first_person: re.Pattern[str]
    """"we ... urge", with groups `verb` and, where the words before it are long, `late`."""
    third_person: re.Pattern[str]
    """"urges", "called on", with group `verb`, or "is calling on", with group `doing`; the
    subject is what stands before."""
    asked: re.Pattern[str]
    """"the Council should", with group `asked`."""
    necessary: re.Pattern[str]
    """"it is imperative that the Council"."""
    operative: re.Pattern[str]
    imperative: re.Pattern[str]
    """A list item that begins with an order."""
    objects: tuple[tuple[str, re.Pattern[str]], ...]
    """What must follow each verb, by its first form."""
    sender: re.Pattern[str]
    """A subject that speaks for the sender; a whole phrase."""
    trailing_adverbs: re.Pattern[str]
    """Adverbs between a subject and its verb, at the end of what stands before the verb."""
    asks_at_once: re.Pattern[str]
    """"urge the Council": a list item below "We:"."""


def _words(phrases: Iterable[str]) -> str:
    ordered = sorted(phrases, key=lambda p: (-len(p), p))
    return "|".join(re.escape(p).replace(r"\ ", r"\s").replace("'", "['’]") for p in ordered)


def _forms(phrase: str) -> tuple[str, str, str, str]:
    """Return "call on", "calling on", "calls on", "called on"."""
    verb, _, rest = phrase.partition(" ")
    tail = f" {rest}" if rest else ""
    stem = verb.removesuffix("e")
    doubled = verb + verb[-1] if verb == "beg" else stem
    past = {"seek": "sought", "beseech": "besought"}.get(verb, doubled + "ed")
    third = verb + ("es" if verb.endswith(("ch", "ss")) else "s")
    # "reiterate our call": told of somebody it is "reiterates its call".
    told = re.sub(r"^\s(?:our|my)\b", " its", tail)
    return phrase, f"{doubled}ing{tail}", f"{third}{told}", f"{past}{told}"


@cache
def request_words() -> RequestWords:
    """Load the vocabulary once."""
    file = resources.files("averment.claims").joinpath("request_verbs.toml")
    data: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))
    verbs: dict[str, str] = data["verbs"]
    plain = _words(form for verb in verbs for form in _forms(verb)[:2])
    told = _words(form for verb in verbs for form in _forms(verb)[2:])
    doing = _words(_forms(verb)[1] for verb in verbs)
    adverb = rf"(?:[\s,]{{1,2}}(?:{_words(data['adverbs'])})\b,?){{0,4}}"
    auxiliary = rf"(?:\s(?:{_words(data['auxiliaries'])})\b{adverb}){{0,2}}"
    senders = _words(data["senders"])
    asked = _words(data["asked"])
    modal = (
        r"(?:should|must|needs?\sto|ought\sto|(?:has|have)\sto|cannot|can\sno\slonger|(?:is|are)\s(?:therefore\s|kindly\s|"
        r"respectfully\s|hereby\s)?(?:urged|requested|asked|called\s(?:up)?on|invited)\sto)"
    )
    return RequestWords(
        first_person=re.compile(
            rf"(?<![\w’'])(?:(?:[Ww][Ee]|I)\b|(?i:{senders})\b){APPOSITION}{adverb}"
            rf"(?:\s(?P<late>{WRITE_TO}){adverb})?{auxiliary}\s(?P<verb>{plain})\b"
        ),
        third_person=re.compile(
            rf"\b(?:(?:is|are)\s)(?:(?:{_words(data['adverbs'])})\s)?(?P<doing>{doing})\b|\b(?P<verb>{told})\b",
            re.IGNORECASE,
        ),
        asked=re.compile(
            rf"(?<![\w’'])(?P<asked>(?:{asked})(?:\s(?:of|for|in)\s[^,.;:]{{2,60}}?)?)(?:\s\([^)]{{1,40}}\))?"
            rf"(?:,\s[^,.;:]{{1,80}},)?(?:\s(?:therefore|now|also|thus|itself|and\sits\smembers))?\s{modal}"
            r"(?:\s(?!have\s(?:been|done|acted|taken|known)\b)|\s?:$)",
            re.IGNORECASE,
        ),
        necessary=re.compile(
            r"\b(?:it\sis\s(?:therefore\s|thus\s|also\s|now\s|absolutely\s|of\sthe\sutmost\s){0,2}(?:imperative|essential|vital|"
            r"crucial|urgent|necessary|critical|high\stime|time|incumbent\s(?:up)?on|important|importance|imperative|paramount)"
            r"(?:\s(?:that|for|upon|on))?|(?:now\sis\s|it\sis\s)?the\stime\s(?:has\scome\s)?for|(?:our|my)\s(?:sincere\s|strong\s|urgent\s|humble\s)?"
            r"(?:request|demand|appeal|plea|hope|call)\s(?:to\s\S{1,30}\s)?is\s(?:that|for|to)|it\sis\s(?:our|my)\s(?:\w+\s)?(?:request|demand|"
            r"appeal|plea|hope)\s(?:that|for|to))"
            rf"\s(?=(?P<asked>{asked})\b|to\b)",
            re.IGNORECASE,
        ),
        operative=re.compile(
            r"\W{0,3}(?:\(?\d{1,3}[.)]\s{0,3})?(?:(?:also|further|furthermore|strongly|once\sagain|again|urgently|firmly|in\sthis\s"
            rf"regard|reiterates\sand|condemns\sand|and)[\s,]{{1,2}}){{0,3}}(?P<verb>{_words(data['operative'])})\b",
            re.IGNORECASE,
        ),
        imperative=re.compile(
            rf"\W{{0,3}}(?:to\s(?!(?:the|all|members|his|her|every|your|our)\b)|to\s(?:the|all|members)\b[^:.]{{2,100}}:\s{{1,3}}\S|"
            rf"please\s|that\s(?:the|you|all)\b|(?:{_words(data['imperatives'])})\b)",
            re.IGNORECASE,
        ),
        objects=tuple(
            (form, re.compile(pattern, re.IGNORECASE))
            for verb, pattern in verbs.items()
            if pattern
            for form in _forms(verb)
        ),
        sender=re.compile(rf"(?:{senders})", re.IGNORECASE),
        trailing_adverbs=re.compile(
            rf"(?:[\s,]{{1,2}}(?:{_words([*data['adverbs'], *TELLING_ADVERBS])})\b,?){{1,4}}$",
            re.IGNORECASE,
        ),
        asks_at_once=re.compile(
            rf"\W{{0,3}}(?:(?:{_words(data['adverbs'])})\s){{0,2}}(?:{plain})\b", re.IGNORECASE
        ),
    )
