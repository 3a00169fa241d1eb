"""What force the letter gives a resolution: binding, vetoed, told as a vote of all members."""

import re
from collections.abc import Collection, Iterator, Sequence

from averment.findings.finding import Finding, Ground, Severity
from averment.findings.prose import Part
from averment.findings.record.asserted import is_asserted
from averment.findings.record.letter import Cited, Letter, body_of, is_adopted
from averment.findings.record.vocabulary import words
from averment.findings.record.votes import Compared, compare_votes
from averment.findings.record.wording import earned, total_of
from averment.un_record.ballot import Choice
from averment.un_record.record import Record

_RECOMMENDING = {
    "UNGA": "General Assembly",
    "HRC": "Human Rights Council",
    "CHR": "Commission on Human Rights",
    "ECOSOC": "Economic and Social Council",
}
_CHARTER = {
    "UNGA": "Charter of the United Nations, articles 10, 13, 14 and 17, 18",
    "HRC": "General Assembly resolution 60/251",
    "CHR": "Economic and Social Council resolution 5 (I)",
    "ECOSOC": "Charter of the United Nations, articles 62 to 66",
}
_BINDING_BEFORE = re.compile(
    r"\b(?P<word>legally\sbinding|binding|mandatory|legally\senforceable|obligatory|compulsory)\s"
    r"(?:(?:UN|U\.N\.|United\sNations|General\sAssembly|Human\sRights\sCouncil|UNGA|UNHRC|"
    r"Assembly|resolutions?|text)(?:'s)?\s?){0,4}$",
    re.IGNORECASE,
)
_BINDING_BEHIND = re.compile(
    r"\)?(?:,[^,.;()]{1,60})?,?\s(?:which\s|that\s)?(?:(?:is|are|was|were|remains?|being)\s)(?:itself\s|fully\s|"
    r"also\s|both\s|therefore\s|thus\s)?"
    r"(?P<word>legally\sbinding|binding|mandatory|legally\senforceable|obligatory|compulsory)\b",
    re.IGNORECASE,
)
_OBLIGES = re.compile(
    r"\)?,?\s(?:which\s)?(?:legally\s)?(?P<word>obliges|obliged|obligates|obligated|binds)\s(?!by\b)",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"\b(?:legally\s(?:bound|obliged|obligated)\s(?:by|under)|"
    r"(?:legal\sobligations?|binding\sobligations?)\s(?:under|arising\sfrom|imposed\sby))\s"
    r"(?:(?:UN|U\.N\.|United\sNations|General\sAssembly|Human\sRights\sCouncil|the|resolutions?)"
    r"\s?){0,4}$",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|non|never|nor|neither|no)(?:\s\w+){0,2}[\s-]?$", re.IGNORECASE)
_VIOLATES = re.compile(
    r"\b(?:violat(?:es|ed|ing|ion\sof)|in\s(?:breach|violation|contravention)\sof|breach(?:es|ed)?(?:\sof)?)\s"
    r"(?:(?:UN|U\.N\.|United\sNations|General\sAssembly|Human\sRights\sCouncil|the|resolutions?)"
    r"\s?){0,4}$",
    re.IGNORECASE,
)
_BUDGET = re.compile(r"\b(?:budget|Charter|customary|custom|treaty)\b", re.IGNORECASE)
_OWN_AFFAIRS = re.compile(
    r"\b(?:budgets?|budgetary|assessments?|scale\sof\sassessed|assessed\scontributions?)\b",
    re.IGNORECASE,
)
"""There the Assembly does decide."""
_NO_SUBJECT = re.compile(
    r"\b(?:to|by|in|under|with|of|through|from|see|and)\s(?:the\s)?(?:(?:UN|U\.N\.|United\sNations|"
    r"General\sAssembly|Human\sRights\sCouncil|resolutions?)\s){0,3}$",
    re.IGNORECASE,
)
"""Then something else binds: "the Convention, annexed to resolution 39/46, is binding"."""
_RELATIVE = re.compile(r"\)?(?:,[^,.;()]{1,60})?,?\s(?:which|that)\s")
_VETOED_BEFORE = re.compile(
    r"\b(?P<word>vetoed|vetoes|vetoing)\s(?:(?:UN|U\.N\.|United\sNations|General\sAssembly|UNGA|"
    r"Assembly|the|its|resolutions?)(?:'s)?\s?){0,4}$",
    re.IGNORECASE,
)
_VETOED_BEHIND = re.compile(
    r"\)?,?\s(?:which\s|that\s)?(?:was|were|is|has\sbeen|had\sbeen)\s(?P<word>vetoed)\b",
    re.IGNORECASE,
)
"""The resolution itself must be what is vetoed: a veto of a draft elsewhere leads to many."""
_COUNCIL = re.compile(
    r"Security\sCouncil|UNSC|\bS/|\bCouncil\b|\bCharter\b|\bcould\b|\bcannot\b"
)
_ONLY = re.compile(
    r"\b(?:only|just|merely|barely|a\smere|as\sfew\sas|no\smore\sthan)\s(?:[\w-]+\s){0,3}?$",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    r"\b(?:out\s)?of\s(?:the\s|all\s)?(?:19[0-3]|18[0-9])\s(?:UN\s)?(?:member|nations|States|countries|votes)|"
    r"\b(?:majority|most|half|a\sthird)\sof\s(?:the\s|all\s)?(?:UN\s|U\.N\.\s)?(?:member|membership|States\smembers)|"
    r"\b(?:did|does|do)\snot\s(?:support|vote\sfor|vote\sin\sfavou?r)|\bfailed\sto\s(?:support|vote\sin\sfavou?r)|"
    r"\brefused\sto\s(?:support|vote\sfor|endorse)",
    re.IGNORECASE,
)
_REACH = 90


def check_force(letter: Letter, record: Record) -> Iterator[Finding]:
    """Check what force is given to resolutions that recommend."""
    called = list(_check_binding(letter))
    yield from called
    yield from _check_veto(letter)
    # Where it is called binding, that remark says already what it is.
    symbols = {one.symbol for one in letter.cited if _touches(one, called)}
    yield from _check_character(
        letter, record, told={symbol.text for symbol in symbols if symbol}
    )
    yield from _check_abstentions(letter, record)


def _recommending(one: Cited) -> str | None:
    """Return the body of a resolution that recommends as a rule; None for others."""
    if one.symbol is None or not is_adopted(one.symbol.text):
        return None
    body = body_of(one.symbol.text)
    return body if body in _RECOMMENDING else None


def _check_binding(letter: Letter) -> Iterator[Finding]:
    for one in letter.cited:
        body = _recommending(one)
        if body is None or _OWN_AFFAIRS.search(one.in_sentence):
            continue
        text, (first, last) = one.stretch.text, one.sentence
        low = max(first, one.start - _REACH)
        before, behind = text[low : one.start], text[one.end : min(last, one.end + _REACH)]
        own_words = not one.is_quoted
        ground = Ground(text=f"{_RECOMMENDING[body]}: {_CHARTER[body]}.")
        found = _BINDING_BEFORE.search(before) or _UNDER.search(before)
        place = (low + found.start(), one.end) if found else None
        if found is not None and _NOT.search(before[: found.start()]):
            place = None
        if not is_asserted(text, one.sentence, one.start):
            continue
        if place is None:
            following = _BINDING_BEHIND.match(behind) or _OBLIGES.match(behind)
            if _NO_SUBJECT.search(before) and _RELATIVE.match(behind) is None:
                following = None
            place = (one.start, one.end + following.end("word")) if following else None
        if place is not None:
            message = (
                f"Resolutions of the {_RECOMMENDING[body]} recommend, but for its own budget "
                f"and affairs: what binds is to be found elsewhere than in {one.symbol}."
            )
            yield letter.prose.finding(
                "REC114",
                one.stretch.span(*place),
                message,
                severity=earned(Severity.WARNING, checked=True, own_words=own_words),
                grounds=[ground],
            )
            continue
        broken = _VIOLATES.search(before)
        if broken is not None and not _BUDGET.search(one.in_sentence):
            message = (
                f"A recommendation such as {one.symbol} is not followed rather than violated. "
                "Which rule of law is meant?"
            )
            yield letter.prose.finding(
                "REC114",
                one.stretch.span(low + broken.start(), one.end),
                message,
                severity=Severity.NOTE,
                grounds=[ground],
            )


def _check_veto(letter: Letter) -> Iterator[Finding]:
    seen: set[tuple[int, int]] = set()
    for one in letter.cited:
        key = (one.stretch.index, one.sentence[0])
        if _recommending(one) != "UNGA" or key in seen or _COUNCIL.search(one.in_sentence):
            continue
        veto = _vetoed_at(one)
        if veto is None:
            continue
        seen.add(key)
        message = (
            f"There is no veto in the {_RECOMMENDING['UNGA']}: a vote against {one.symbol} is "
            "one vote."
        )
        yield letter.prose.finding(
            "REC120",
            one.stretch.span(*veto),
            message,
            severity=earned(
                Severity.ERROR,
                checked=True,
                own_words=not one.stretch.is_quoted(veto[0]),
            ),
            grounds=[
                Ground(
                    text="Charter of the United Nations, article 18 (each Member has one "
                    "vote), and article 27 (the Security Council only)."
                )
            ],
        )


def _vetoed_at(one: Cited) -> tuple[int, int] | None:
    """Return where the word stands that says that this very resolution was vetoed."""
    text, (first, last) = one.stretch.text, one.sentence
    low = max(first, one.start - _REACH)
    before = _VETOED_BEFORE.search(text[low : one.start])
    if before is not None:
        if _NOT.search(text[low : low + before.start()]):
            return None
        return low + before.start("word"), low + before.end("word")
    behind = _VETOED_BEHIND.match(text[one.end : min(last, one.end + _REACH)])
    if behind is None:
        return None
    return one.end + behind.start("word"), one.end + behind.end("word")


def _touches(one: Cited, findings: Sequence[Finding]) -> bool:
    return any(finding.span.overlaps(one.mention.span) for finding in findings)


def _check_character(
    letter: Letter, record: Record, *, told: Collection[str]
) -> Iterator[Finding]:
    """Say once for each resolution built upon what resolutions of its body are."""
    adopted = {one.symbol: one for one in compare_votes(letter, record)}
    seen: set[str] = set(told)
    for one in letter.cited:
        body = _recommending(one)
        if body is None or one.symbol is None or one.symbol.text in seen:
            continue
        if one.stretch.part is Part.NOTE or not _builds(one):
            continue
        if _OWN_AFFAIRS.search(one.in_sentence):
            continue
        seen.add(one.symbol.text)
        how = _how_adopted(adopted.get(one.symbol.text))
        message = (
            f"{one.symbol} is a resolution of the {_RECOMMENDING[body]}: a recommendation as a "
            f"rule, evidence of the States' views, no decision that binds by itself.{how}"
        )
        yield letter.prose.finding(
            "REC125",
            one.mention.span,
            message,
            grounds=[Ground(text=f"{_CHARTER[body]}.")],
        )


def _builds(one: Cited) -> bool:
    """Say whether words close to a resolution build on its force."""
    low = max(one.sentence[0], one.start - _REACH)
    window = one.stretch.text[low : min(one.sentence[1], one.end + _REACH)]
    return any(
        _NOT.search(window[: built.start()]) is None
        for built in words("force", "building").finditer(window)
    )


def _how_adopted(compared: Compared | None) -> str:
    if compared is None:
        return ""
    yes = total_of(compared.best, Choice.YES)
    no = total_of(compared.best, Choice.NO)
    if yes is None or no is None:
        return ""
    return f" It was adopted by {yes} votes to {no}; abstentions are not votes cast."


def _check_abstentions(letter: Letter, record: Record) -> Iterator[Finding]:
    """Ask where those in favour are held against all members, abstainers among them."""
    seen: set[str] = set()
    for one in compare_votes(letter, record):
        if body_of(one.symbol) not in {"UNGA", "HRC"} or one.symbol in seen:
            continue
        text, (first, last) = one.told.stretch.text, one.told.sentence
        low = max(first, one.told.start - _REACH)
        only = _ONLY.search(text[low : one.told.start])
        counted = _OUT_OF.search(text, first, last)
        yes, no = total_of(one.best, Choice.YES), total_of(one.best, Choice.NO)
        if only is None and (counted is None or Choice.NO in one.figures):
            continue
        if one.figures.get(Choice.YES) is None:
            continue
        if yes is None or no is None or yes <= no or not one.is_certain:
            continue
        seen.add(one.symbol)
        message = (
            f"Those who abstain cast no vote: {one.symbol} was adopted by the majority of "
            f"those present and voting, {yes} to {no}."
        )
        start = low + only.start() if only is not None else one.told.start
        yield letter.prose.finding(
            "REC123",
            one.told.stretch.span(start, one.told.end),
            message,
            grounds=[
                Ground(
                    text="Charter of the United Nations, article 18; rules of procedure of the "
                    "General Assembly, rule on the meaning of members present and voting."
                )
            ],
        )
