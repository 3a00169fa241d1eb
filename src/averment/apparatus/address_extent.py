"""Where an address ends: which white space stands inside it.

White space is taken into the address only on evidence: a closing mark further on, a hyphen
before the gap, or a next word that can be nothing but a piece of an address. What the gap stood
for is settled later, in `averment.apparatus.address_gap`.
"""

import re

LONGEST = 600
"""Characters of text that one address may cover; longer ones are cut there."""
SHORTEST = 3
"""Characters that a host has more than."""
MOST_GAPS = 12
WIDEST_GAP = 2
TOKEN = re.compile(r"\S+")
SAFE = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%|\u00a1-\uffff]+>?$")
ELLIPSIS = "..."
OPENERS = {")": "(", "]": "[", "}": "{"}
CLOSING = ".,;:!?'\"”’»)]}։،。*"
CLOSED = ',;:!?"”’»>)]}'
BREAKS = "_-/?=&%"
"""Characters that a broken line may begin with."""
HOST_REST = re.compile(r"\s[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
ENDING = re.compile(r"\s\.[a-z]{2,12}(?:/\S*|(?=\s|$))")
EXTENSION = re.compile(
    r"(?:s?html?|php\d?|aspx?|jsp|pdf|docx?|stm|cfm|xml|jpe?g"
    r"|png)(?:[?#][^\s>]*)?[>.,;:)\]”\"’']*$",
    re.IGNORECASE,
)
BEGINNING = re.compile(r"(?:h[tx]{2}ps?|ttps?)\s?[:;]|www[.,]|https?/", re.IGNORECASE)
SECOND = re.compile(r"https?://")
MARKUP = ("](", ")[", ")(", "|http")
"""What parts two links of a Markdown text or a list, and never stands in an address."""
INNER = "/=:,%?&+"
"""Characters before an address that stands inside another, as an archive's does."""
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-", re.IGNORECASE)
HYPHENS_MANY = 2
LONG_CODE = 10
SHORT_PARAMETER = 6
LONE = 2
"""Characters of a piece that is none: "-a"."""


def address_end(text: str, start: int, body: int) -> tuple[int, bool] | None:
    """Return where an address ends, and whether an angle bracket opens it.

    Args:
        text: The text.
        start: Where the address begins.
        body: Where its host begins.

    Returns:
        None where too little follows to be an address.
    """
    limit = min(len(text), start + LONGEST)
    token = TOKEN.match(text, body, limit)
    if token is None:
        return None
    end = _host_end(text, body, token.end(), limit)
    end = _before_second(text, body, end)
    opened = text[max(0, start - 3) : start].rstrip()[-1:] == "<"
    close = _closing_mark(text, start, end, limit)
    if close is not None:
        end = close
    elif not _finished(text[max(start, end - 2) : end]) or _file_follows(text, end, limit):
        end = _grown(text, end, limit)
    end = _trimmed(text, start, end, opened=opened)
    return (end, opened) if end > body + SHORTEST else None


def _host_end(text: str, body: int, end: int, limit: int) -> int:
    """Take in the rest of a host name that white space cuts: "www. example.org/a"."""
    host = text[body:end]
    if "/" in host:
        return end
    rest = (HOST_REST if host.lower() == "www." else ENDING).match(text, end, limit)
    return rest.end() if rest is not None else end


def _before_second(text: str, body: int, end: int) -> int:
    """Cut where a second address begins without a space, unless it stands inside the first."""
    for match in SECOND.finditer(text, body, end):
        if match.start() > body and text[match.start() - 1] not in INNER:
            return match.start()
    for mark in MARKUP:
        at = text.find(mark, body, end)
        if at > 0:
            return at
    return end


def _closing_mark(text: str, start: int, end: int, limit: int) -> int | None:
    """Return the end after a ``>`` that closes the address, with white space before it."""
    if ">" in text[start:end].rstrip(CLOSING):
        return end
    close = text.find(">", end, limit)
    if close < 0 or "<" in text[end:close]:
        return None
    tokens = TOKEN.findall(text, end, close + 1)
    if not tokens or len(tokens) > MOST_GAPS or text[end - 1] in CLOSING:
        return None
    ends_before = any(t[-1] in ".,;:)" or BEGINNING.match(t) for t in tokens[:-1])
    if ends_before or not all(SAFE.match(token) for token in tokens):
        return None
    # A query or a file's ending right before the mark: what stands between is the address.
    if any(sign in tokens[-1].rstrip(">")[1:] for sign in "?="):
        return close + 1
    # Prose before a stray mark is no address: most of what is gained must look like one.
    plain = sum(token.strip(">").isalpha() for token in tokens)
    return close + 1 if plain <= len(tokens) - plain + 1 else None


def _finished(tail: str) -> bool:
    """Say whether the end of the printed piece is that of an address that a mark closes."""
    return tail[-1] in CLOSED or (tail[-1] == "." and tail != "_.")


def _file_follows(text: str, end: int, limit: int) -> bool:
    """Say whether a file's ending follows a full stop or comma and white space."""
    at = end
    while at < limit and text[at].isspace() and at - end < WIDEST_GAP:
        at += 1
    token = TOKEN.match(text, at, limit) if at > end and text[end - 1] in ".," else None
    return token is not None and EXTENSION.match(token.group()) is not None


def _grown(text: str, end: int, limit: int) -> int:
    """Take in the pieces behind white space that can only belong to the address."""
    for _ in range(MOST_GAPS):
        gap = end
        while gap < limit and text[gap] in " \n":
            gap += 1
        token = TOKEN.match(text, gap, limit) if 0 < gap - end <= WIDEST_GAP else None
        if token is None:
            return end
        if not _goes_on(text[end - 1], token.group(), broken="\n" in text[end:gap]):
            return end
        end = token.end()
        if _finished(text[end - 2 : end]) and not _file_follows(text, end, limit):
            return end
    return end


def _goes_on(last: str, token: str, *, broken: bool) -> bool:
    """Say whether `token`, after white space, can only be a piece of the address before it.

    Args:
        last: The character before the white space.
        token: The next run without white space.
        broken: The white space is a line end.
    """
    core = token.rstrip(CLOSING + ">")
    if EXTENSION.match(token) or (token[0] == "." and EXTENSION.match(token[1:])):
        return last.isalnum() or last in ".,_-"
    opens = token[0].isalnum() or (broken and token[0] in BREAKS and len(token) > LONE)
    if BEGINNING.match(token) or not opens or not core or not SAFE.match(core):
        return False
    shaped = _is_shaped(core)
    coded = core.isdigit() or (
        any(c.isdigit() for c in core) and any(c.isalpha() for c in core)
    )
    if last == "-":
        return shaped or "/" in core or core[0].isupper() or core.islower() or core.isdigit()
    if last in "/_=&?%":
        return shaped or (broken and (coded or "." in core or "-" in core))
    if broken:
        return shaped or ("." in core[:-1] and EXTENSION.search(core) is not None)
    return shaped and not core[0].isupper()


def _is_shaped(core: str) -> bool:
    """Say whether a word has the form of a piece of an address and of nothing else."""
    hyphens, slashes = core.count("-"), core.count("/")
    mixed = any(c.isdigit() for c in core) and any(c.isalpha() for c in core)
    long = len(core) >= LONG_CODE
    return (
        hyphens >= HYPHENS_MANY
        or UUID.match(core) is not None
        or (long and mixed and core.isalnum())
        or (long and slashes > 0 and (hyphens > 0 or slashes > 1))
        or (len(core) >= SHORT_PARAMETER and any(c in core for c in "=%_"))
    )


def _trimmed(text: str, start: int, end: int, *, opened: bool) -> int:
    """Take closing punctuation off; a bracket stays that the address itself opens."""
    while end > start:
        last = text[end - 1]
        if text.startswith(ELLIPSIS, end - len(ELLIPSIS)):
            break  # it says that the address is cut
        if last == ">" and opened:
            end -= 1
            continue
        opener = OPENERS.get(last)
        inside = text[start : end - 1]
        if last not in CLOSING or (opener and inside.count(opener) > inside.count(last)):
            break
        end -= 1
    return end
