"""The signs inside a Markdown passage: which characters a reader sees, and what the rest says.

One pass from left to right with stacks, so that a million brackets or asterisks cost no more
than as many letters. The dialect is CommonMark with footnotes, struck-out words and ``^1^``;
where a sign has no partner it is a character like any other.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

_SPECIAL = re.compile(r"[\\`*_~\[\]!<&^]|https?://|www\.", re.IGNORECASE)
_MAY_SIGN = re.compile(r"[\\`*_~\[\]!<&^{]")
_RUN = {sign: re.compile(re.escape(sign) + "+") for sign in "`*_~"}
_BARE_ADDRESS = re.compile(r"[^\s<>\[\]\\&]{1,2000}")
_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_AUTOLINK = re.compile(
    r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{1,2000}|[^\s<>@]{1,64}@[^\s<>]{1,255})>"
)
_TAGS = (
    "a|abbr|article|aside|b|blockquote|body|br|caption|center|cite|code|dd|del|details|div|dl|dt|em|"
    "figcaption|figure|font|footer|h[1-6]|header|hr|html|i|iframe|img|ins|kbd|li|main|mark|nav|o:p|"
    "ol|p|pre|q|s|section|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|"
    "tr|tt|u|ul|var|video|wbr"
)
_TAG = re.compile(rf"</?({_TAGS})(?:\s[^<>]{{0,2000}})?/?>", re.IGNORECASE)
_ANCHOR_NAME = re.compile(
    r"\s(?:id|name)\s{0,3}=\s{0,3}[\"']?([^\s\"'<>]{1,200})", re.IGNORECASE
)
_HEADING_ANCHOR = re.compile(r"\s*\{#([^\s{}]{1,200})[^{}]{0,200}\}\s*$")
_RAISED = re.compile(r"\^([^\s^\[\]]{1,20})\^")
_NOTE_NAME = re.compile(r"\[\^([^\]\s\[]{1,64})\]")
_MOST_PARENTHESES = 32
_LONGEST_ADDRESS = 4000
_LONGEST_TITLE = 1000
_LONGEST_NAME = 120
_ANGLED = re.compile(r"<([^<>\r\n]{0,4000})>")
_TITLE_CLOSES = {'"': '"', "'": "'", "(": ")"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A stretch of one passage's source, half open."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineLink:
    """Words that carry an address."""

    outer: Shown
    """The whole construct, brackets and address included."""
    words: Shown
    target: str
    bracketed: bool
    """Written as a bare name in brackets, ``[1]``, whose address is defined elsewhere."""


@dataclass(slots=True)
class Inline:
    """What the signs of one passage say; offsets count into its source."""

    hidden: list[tuple[int, int]] = field(default_factory=list)
    """Stretches that are signs and no words, in no order."""
    replaced: dict[int, str] = field(default_factory=dict)
    """Characters that read as another one: the first of an entity."""
    links: list[InlineLink] = field(default_factory=list)
    notes: list[tuple[Shown, str]] = field(default_factory=list)
    """Each ``[^name]`` and its name."""
    raised: list[Shown] = field(default_factory=list)
    anchors: list[tuple[int, str]] = field(default_factory=list)
    """Places that carry a name, as ``<a id="f1">`` does."""
    commented: bool = False


@dataclass(slots=True)
class _Scan:
    """The pass over one source text."""

    source: str
    definitions: Mapping[str, str]
    out: Inline = field(default_factory=Inline)
    brackets: list[tuple[int, bool]] = field(default_factory=list)
    """(place, is an image) of each bracket that is open."""
    openers: dict[str, list[list[int]]] = field(default_factory=dict)
    """For each sign the runs that may still begin emphasis: [place, length left]."""
    ticks: dict[int, list[int]] = field(default_factory=dict)
    """Places of runs of backticks by length."""
    sups: list[int] = field(default_factory=list)
    latest_link: int = -1
    """Place of the last link's bracket: a bracket open before it holds a link and is none."""

    def run(self) -> Inline:
        for ticks in _RUN["`"].finditer(self.source):
            self.ticks.setdefault(len(ticks.group()), []).append(ticks.start())
        anchor = _HEADING_ANCHOR.search(self.source[-_LONGEST_TITLE:])
        understand = {
            "\\": self._escape,
            "`": self._code,
            "*": self._emphasis,
            "_": self._emphasis,
            "~": self._emphasis,
            "[": self._bracket,
            "!": self._image,
            "]": self._close,
            "<": self._angle,
            "&": self._entity,
            "^": self._caret,
        }
        at = 0
        while (sign := _SPECIAL.search(self.source, at)) is not None:
            at = understand.get(sign.group(), self._address)(sign.start())
        if anchor is not None:
            start = max(0, len(self.source) - _LONGEST_TITLE) + anchor.start()
            self.hide(start, len(self.source))
            self.out.anchors.append((0, anchor.group(1)))
        return self.out

    def hide(self, start: int, end: int) -> None:
        """Mark a stretch as signs."""
        if start < end:
            self.out.hidden.append((start, end))

    def _escape(self, at: int) -> int:
        following = self.source[at + 1 : at + 2]
        if following in _ESCAPABLE and following:
            self.hide(at, at + 1)
            return at + 2
        if following in ("\n", "\r"):
            self.hide(at, at + 1)
        return at + 1

    def _code(self, at: int) -> int:
        run = _RUN["`"].match(self.source, at)
        length = 1 if run is None else len(run.group())
        places = self.ticks.get(length, [])
        index = bisect_right(places, at)
        if index == len(places):
            return at + length
        self.hide(at, at + length)
        self.hide(places[index], places[index] + length)
        return places[index] + length

    def _emphasis(self, at: int) -> int:
        sign = self.source[at]
        run = _RUN[sign].match(self.source, at)
        length = 1 if run is None else len(run.group())
        end = at + length
        before, after = self.source[at - 1 : at] or " ", self.source[end : end + 1] or " "
        left = not after.isspace() and (after.isalnum() or not before.isalnum())
        right = not before.isspace() and (before.isalnum() or not after.isalnum())
        opens = left and (sign != "_" or not before.isalnum())
        closes = right and (sign != "_" or not after.isalnum())
        if sign == "~" and length != len("~~"):
            return end
        stack = self.openers.setdefault(sign, [])
        used = 0
        while closes and stack and used < length:
            place, left_over = stack[-1]
            taken = min(left_over, length - used)
            self.hide(place + left_over - taken, place + left_over)
            self.hide(at + used, at + used + taken)
            used += taken
            stack[-1][1] -= taken
            if stack[-1][1] == 0:
                stack.pop()
        if opens and used < length:
            stack.append([at + used, length - used])
        return end

    def _bracket(self, at: int) -> int:
        note = _NOTE_NAME.match(self.source, at)
        if note is not None:
            self.out.notes.append((Shown(start=at, end=note.end()), note.group(1)))
            return note.end()
        self.brackets.append((at, False))
        return at + 1

    def _image(self, at: int) -> int:
        if not self.source.startswith("[", at + 1):
            return at + 1
        self.brackets.append((at + 1, True))
        return at + 2

    def _close(self, at: int) -> int:
        if not self.brackets:
            return at + 1
        start, image = self.brackets.pop()
        if start < self.latest_link and not image:
            return at + 1
        target, end, bare = self._target(start, at)
        if target is None:
            return at + 1
        if image:
            self.hide(start - 1, end)
            return end
        self.latest_link = start
        self.hide(start, start + 1)
        self.hide(at, end)
        self.out.links.append(
            InlineLink(
                outer=Shown(start=start, end=end),
                words=Shown(start=start + 1, end=at),
                target=target,
                bracketed=bare,
            )
        )
        return end

    def _target(self, start: int, close: int) -> tuple[str | None, int, bool]:
        """Return the address of the brackets, where the construct ends, and if it is bare."""
        inline = _inline_target(self.source, close + 1)
        if inline is not None:
            return inline[0], inline[1], False
        if self.source[close + 1 : close + 2] == "[":
            end = self.source.find("]", close + 2, close + 2 + _LONGEST_NAME)
            name = self.source[close + 2 : end] if end >= 0 else ""
            words = self.source[start + 1 : min(close, start + _LONGEST_NAME)]
            named = self.definitions.get(normal_name(name or words))
            if end >= 0 and named is not None:
                return named, end + 1, False
        if not self.definitions or close - start > _LONGEST_NAME:
            return None, close, False
        return (
            self.definitions.get(normal_name(self.source[start + 1 : close])),
            close + 1,
            True,
        )

    def _angle(self, at: int) -> int:
        if self.source.startswith("<!--", at):
            end = self.source.find("-->", at)
            stop = len(self.source) if end < 0 else end + len("-->")
            self.hide(at, stop)
            self.out.commented = True
            return stop
        if (link := _AUTOLINK.match(self.source, at)) is not None:
            self.hide(at, at + 1)
            self.hide(link.end() - 1, link.end())
            return link.end()
        tag = _TAG.match(self.source, at)
        if tag is None:
            return at + 1
        self.hide(at, tag.end())
        if (name := _ANCHOR_NAME.search(tag.group())) is not None:
            self.out.anchors.append((at, name.group(1)))
        if tag.group(1).lower() == "sup":
            self._sup(tag, closing=self.source.startswith("/", at + 1))
        return tag.end()

    def _sup(self, tag: re.Match[str], *, closing: bool) -> None:
        if not closing:
            self.sups.append(tag.end())
        elif self.sups:
            start = self.sups.pop()
            if start < tag.start():
                self.out.raised.append(Shown(start=start, end=tag.start()))

    def _entity(self, at: int) -> int:
        entity = _ENTITY.match(self.source, at)
        meant = "" if entity is None else html.unescape(entity.group())
        if entity is None or len(meant) != 1:
            return at + 1
        self.out.replaced[at] = meant
        self.hide(at + 1, entity.end())
        return entity.end()

    def _caret(self, at: int) -> int:
        raised = _RAISED.match(self.source, at)
        if raised is None:
            return at + 1
        self.hide(at, at + 1)
        self.hide(raised.end() - 1, raised.end())
        self.out.raised.append(Shown(start=at + 1, end=raised.end() - 1))
        return raised.end()

    def _address(self, at: int) -> int:
        """Step over a bare address: its underscores are no emphasis."""
        match = _BARE_ADDRESS.match(self.source, at)
        if match is None:
            return at + 1
        return at + max(1, len(match.group().rstrip("*_~`")))


def has_signs(text: str, start: int, end: int) -> bool:
    """Say whether anything between the two places may be more than a plain character."""
    return _MAY_SIGN.search(text, start, end) is not None


def read_inline(source: str, *, definitions: Mapping[str, str]) -> Inline:
    """Understand the signs of one passage.

    Args:
        source: The passage as it stands, signs of lists and quotations left out.
        definitions: Addresses that the document defines elsewhere, by `normal_name`.
    """
    return _Scan(source=source, definitions=definitions).run()


def normal_name(name: str) -> str:
    """Return the form under which names of addresses are compared."""
    return " ".join(name.split()).casefold()


def _inline_target(source: str, at: int) -> tuple[str, int] | None:
    """Read ``(address "title")`` at `at`; return the address and where it ends."""
    if source[at : at + 1] != "(":
        return None
    at = _past_blanks(source, at + 1)
    if source[at : at + 1] == "<":
        angled = _ANGLED.match(source, at)
        if angled is None:
            return None
        target, end = angled.group(1), angled.end()
    else:
        end = _address_end(source, at)
        target = source[at:end]
    after = _past_blanks(source, end)
    closer = _TITLE_CLOSES.get(source[after : after + 1])
    if closer is not None and after > end:
        stop = source.find(closer, after + 1, after + _LONGEST_TITLE)
        if stop < 0:
            return None
        after = _past_blanks(source, stop + 1)
    return (target, after + 1) if source[after : after + 1] == ")" else None


def _past_blanks(source: str, at: int) -> int:
    end = at
    while end - at < _MOST_PARENTHESES and source[end : end + 1] in (" ", "\t", "\n", "\r"):
        end += 1
    return end


_ADDRESS_STOP = re.compile(r"[\s()\\<]")


def _address_end(source: str, at: int) -> int:
    """Return where a bare address in parentheses ends: at a blank or the closing one."""
    depth = 0
    limit = min(len(source), at + _LONGEST_ADDRESS)
    end = at
    while (stop := _ADDRESS_STOP.search(source, end, limit)) is not None:
        end = stop.start()
        sign = stop.group()
        if sign == "\\":
            end = min(end + 2, limit)
        elif sign == "(" and depth < _MOST_PARENTHESES:
            depth += 1
            end += 1
        elif sign == ")" and depth:
            depth -= 1
            end += 1
        else:
            return end
    return limit
