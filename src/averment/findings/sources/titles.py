"""What the titles under a claim say of it: another matter, less, or that somebody else says so.

A title is not the text. So each of these is a question: the answer stands on the page.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from averment.claims.claim import Claim
from averment.findings.cited.cited_words import flat, listed, named, quoted
from averment.findings.cited.support import Support, Ties
from averment.findings.cited.title_words import (
    acts_in,
    acts_with_words,
    akin,
    content_of,
    foreign_language,
    same,
    stem,
    words_in,
)
from averment.findings.cited.word_list import one_of, table
from averment.findings.compose import finding
from averment.findings.finding import Finding, Ground
from averment.findings.sources.count import alleges
from averment.incidents.allegation import Harm, Stance
from averment.prose.number_words import find_numbers
from averment.sources.source import OutletKind

_QUOTED_TITLES = frozenset({"title:quoted", "title:quotation-not-closed"})
_FEWEST_WORDS = 4
_MOST_CLAIMS = 400
_COMMON = 0.4
"""A word that stands in more of the claims than this tells nothing of one of them."""
_FEWEST_FOR_COMMON = 4
_FEWEST_SHARED = 1
_ALIAS = re.compile(
    r"\((?:also |formerly |otherwise )?(?:known|referred to|called)(?: as)? ([^()]{3,60})\)",
    re.IGNORECASE,
)
_HARM_BEHIND = re.compile(
    r"\s(?:[\w'’-]{1,20}\s){0,2}?(?P<killed>dead|die|died|killed|deaths)\b"
    r"|\s(?:[\w'’-]{1,20}\s){0,2}?(?P<injured>wounded|injured|hurt)\b",
    re.IGNORECASE,
)
_HARM_BEFORE = re.compile(
    r"\b(?:(?P<killed>kill|kills|killed|killing)|(?P<injured>wound|wounds|wounding|injure|injures|injuring))"
    r"\s(?:at least |about |some |over |more than |up to ){0,2}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Title:
    """The title of one citation."""

    citation: int
    text: str
    content: frozenset[str]
    acts: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Subject:
    """What a claim is about."""

    claim: Claim
    content: frozenset[str]
    """Telling words of the claim and its lead-in, and other names that the document gives."""
    own: frozenset[str]
    """Telling words that few other claims have."""
    acts: frozenset[str]
    alleged: frozenset[str]
    """Acts that the claim alleges, as its allegations name them."""


def check_source_titles(ties: Ties) -> Iterator[Finding]:
    """Give the questions that the titles raise, claim by claim."""
    titles = _titles(ties)
    subjects = _subjects(ties)
    for support in ties.supports:
        subject = subjects.get(support.claim.number)
        own = [titles[i] for i in support.citations if i in titles]
        if subject is None or not own or not alleges(support):
            continue
        yield from _about(ties, support, subject, own, subjects)
        yield from _stronger(ties, support, own)
        yield from _distanced(ties, support, own)
        yield from _other_number(ties, support, own)
    for number, subject in subjects.items():
        supports = ties.by_claim.get(number, ())
        cited = [titles[i] for s in supports for i in s.citations if i in titles]
        yield from _act_without_title(ties, subject, supports, cited)


def _titles(ties: Ties) -> Mapping[int, _Title]:
    """Return the titles that stand in quotation marks and are English enough to compare."""
    found = {}
    for index, citation in enumerate(ties.reading.citations):
        place = ties.source_of.get(index)
        if citation.title is None or citation.title.rule not in _QUOTED_TITLES or place is None:
            continue
        outlet = ties.reading.sources[place].outlet
        text = flat(citation.title.value)
        content = content_of(text)
        if len(content) < _FEWEST_WORDS or foreign_language(text) is not None:
            continue
        if outlet is not None and outlet.kind is OutletKind.COURT:
            continue
        found[index] = _Title(
            citation=index, text=text, content=content, acts=acts_in(text), words=words_in(text)
        )
    return found


def _subjects(ties: Ties) -> Mapping[int, _Subject]:
    """Return what each claim with particular allegations is about."""
    reading = ties.reading
    claims = [c for c in reading.claims if any(not a.general for a in c.allegations)]
    claims = claims[:_MOST_CLAIMS]
    contents = [content_of(claim.text) for claim in claims]
    counts: dict[str, int] = {}
    for content in contents:
        for word in content:
            counts[word] = counts.get(word, 0) + 1
    limit = max(_FEWEST_FOR_COMMON - 1, len(claims) * _COMMON)
    aliases = frozenset(
        word
        for c in reading.claims
        for m in _ALIAS.finditer(c.text)
        for word in content_of(m[1])
    )
    subjects = {}
    for claim, content in zip(claims, contents, strict=True):
        lead = flat(claim.lead_in.of(reading.document.text)) if claim.lead_in else ""
        acts = acts_in(claim.text)
        alleged = frozenset(a.act.value for a in claim.allegations if a.act)
        subjects[claim.number] = _Subject(
            claim=claim,
            content=content | content_of(lead) | aliases,
            own=frozenset(word for word in content if counts[word] <= limit),
            acts=acts | alleged,
            alleged=alleged,
        )
    return subjects


def _about(
    ties: Ties, support: Support, subject: _Subject, own: Sequence[_Title],
    subjects: Mapping[int, _Subject],
) -> Iterator[Finding]:  # fmt: skip
    """Ask about a title that fits another claim better, or shares nothing with its own."""
    for title in own:
        citation = ties.reading.citations[title.citation]
        better = _better(title, subject, subjects)
        if better is not None:
            left = len(support.sources) - 1
            rest = " Without it one source is left there." if left == 1 else ""
            yield finding(
                "SRC116",
                citation.span,
                f"By its title {named(citation)} fits claim {better.claim.number}, "
                f"and it is cited for claim {subject.claim.number}.{rest}",
                grounds=[
                    Ground(text=f"claim {better.claim.number}", span=better.claim.span),
                    Ground(text=f"claim {subject.claim.number}", span=support.span),
                ],
                claim=subject.claim.number,
                note=citation.note,
            )
        elif not title.content & subject.content and not akin(title.acts, subject.acts):
            yield finding(
                "SRC114",
                citation.span,
                f"The title {named(citation)} names no place, party or act of "
                f"claim {subject.claim.number}: on which page does it say so?",
                grounds=[Ground(text="the words compared", span=support.span)],
                claim=subject.claim.number,
                note=citation.note,
            )


def _better(
    title: _Title, subject: _Subject, subjects: Mapping[int, _Subject]
) -> _Subject | None:
    """Return the claim that has the title's act and telling words, if its own has neither."""
    own = title.acts & subject.acts or same(title.acts, subject.alleged)
    if own or _shared(title, subject):
        return None
    fitting = [
        (len(_shared(title, other)), -number, other)
        for number, other in subjects.items()
        if other is not subject
        and same(title.acts, other.alleged)
        and len(_shared(title, other)) >= _FEWEST_SHARED
    ]
    return max(fitting, key=lambda entry: entry[:2])[2] if fitting else None


def _shared(title: _Title, subject: _Subject) -> frozenset[str]:
    """Return the telling words in common, States left out: most titles name them."""
    return frozenset(w for w in title.content & subject.own if not w.startswith("state:"))


@cache
def _ladders() -> tuple[tuple[str, tuple[frozenset[str], ...]], ...]:
    return tuple(
        (row["about"], tuple(frozenset(step.split()) for step in row["steps"]))
        for row in table("source_words")["ladder"]
    )


def _stronger(ties: Ties, support: Support, own: Sequence[_Title]) -> Iterator[Finding]:
    """Ask where the claim's word is stronger than any word of the titles."""
    if any(a.stance is not Stance.ASSERTED for a in support.claim.allegations):
        return
    words = words_in(support.claim.text)
    for _, steps in _ladders():
        high = max((n for n, step in enumerate(steps) if words & step), default=-1)
        heights = [
            max((n for n, step in enumerate(steps) if title.words & step), default=-1)
            for title in own
        ]
        if not -1 < max(heights) < high:
            continue
        title = own[heights.index(max(heights))]
        citation = ties.reading.citations[title.citation]
        strong = _printed(support.claim.text, words & steps[high])
        weak = _printed(title.text, title.words & steps[max(heights)])
        yield finding(
            "SRC117",
            support.span,
            f"The claim says {strong}; the titles under it go no further than {weak} "
            f"({named(citation)}). Does the text bear the stronger word?",
            grounds=[Ground(text=f"note {citation.note}", span=citation.span)],
            claim=support.claim.number,
            note=citation.note,
        )


def _printed(text: str, words: frozenset[str]) -> str:
    """Return the first of `words` in the text, quoted as it is printed there."""
    places = [text.casefold().find(word) for word in sorted(words)]
    found = [
        text[place : place + len(word)]
        for place, word in zip(places, sorted(words), strict=True)
        if place >= 0
    ]
    return quoted(found[0]) if found else "less"


def _distanced(ties: Ties, support: Support, own: Sequence[_Title]) -> Iterator[Finding]:
    """Ask where a title leaves to somebody, or sets in quotes, what the claim asserts."""
    if any(a.stance is not Stance.ASSERTED for a in support.claim.allegations):
        return
    claimed = {stem(word) for word in words_in(support.claim.text)}
    for title in own:
        citation = ties.reading.citations[title.citation]
        left = one_of("source_words", "titles.attributing").search(title.text)
        marked = [
            m
            for m in one_of("source_words", "titles.distanced").finditer(title.text)
            if stem(m[1].casefold()) in claimed
        ]
        if left is not None:
            said = f"says {quoted(left.group())}"
        elif marked:
            said = f"sets {quoted(marked[0][1])} in quotation marks"
        else:
            continue
        yield finding(
            "SRC118",
            citation.span,
            f"The title {named(citation)} {said}; the letter asserts it. Who says so?",
            grounds=[Ground(text="the claim asserts", span=support.span)],
            claim=support.claim.number,
            note=citation.note,
        )


def _other_number(ties: Ties, support: Support, own: Sequence[_Title]) -> Iterator[Finding]:
    """Ask where a title counts other dead or injured than the claim."""
    counts = [v for a in support.claim.allegations for v in a.victims]
    for title in own:
        for harm, number, words in _harmed(title.text):
            same = [v for v in counts if v.harm is harm]
            if not same or any(
                (v.at_least is None or v.at_least <= number)
                and (v.at_most is None or number <= v.at_most)
                for v in same
            ):
                continue
            citation = ties.reading.citations[title.citation]
            told = same[0].at_least if same[0].at_least is not None else same[0].at_most
            yield finding(
                "SRC119",
                same[0].span,
                f"The claim counts {told} {harm.value}, the title {named(citation)} says "
                f"{quoted(words)}: which is right, and of which day?",
                grounds=[Ground(text=f"note {citation.note}", span=citation.span)],
                claim=support.claim.number,
                note=citation.note,
            )


def _harmed(text: str) -> Iterator[tuple[Harm, int, str]]:
    """Give the numbers of killed and injured that a title tells, with their words."""
    for number in find_numbers(text):
        if not number.exact or number.at_least is None:
            continue
        behind = _HARM_BEHIND.match(text, number.end)
        before = _HARM_BEFORE.search(text[max(0, number.start - 40) : number.start])
        match = behind or before
        if match is not None:
            harm = Harm.KILLED if match["killed"] else Harm.INJURED
            yield (
                harm,
                number.at_least,
                text[number.start : behind.end() if behind else number.end],
            )


def _act_without_title(
    ties: Ties, subject: _Subject, supports: Sequence[Support], cited: Sequence[_Title]
) -> Iterator[Finding]:
    """Ask for the grave act of a claim that no title names, while another act is named."""
    grave = frozenset(table("source_words")["grave"]["acts"])
    told = subject.acts & grave
    titled = frozenset(act for title in cited for act in title.acts)
    missing = sorted(told - titled)
    if not told & titled or not missing or not supports:
        return
    words = [_word_of(subject.claim.text, act) for act in missing]
    shown = [quoted(word) for word in words if word]
    if not shown:
        return
    yield finding(
        "SRC115",
        subject.claim.span,
        f"No title under this claim speaks of {listed(shown)}; which of the sources does?",
        grounds=[
            Ground(text=named(c), span=c.span)
            for c in (ties.reading.citations[t.citation] for t in cited)
        ],
        claim=subject.claim.number,
        note=supports[0].notes[0] if supports[0].notes else None,
    )


def _word_of(text: str, act: str) -> str | None:
    """Return the words of the claim that name an act."""
    return next((words for name, words in acts_with_words(text) if name == act), None)
