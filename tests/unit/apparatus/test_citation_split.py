"""A note is parted into its citations, and no citation is cut in two."""

import pytest

from averment.apparatus.address_find import find_printed
from averment.apparatus.citation_split import MASK, masked, parts


def split(text: str) -> list[str]:
    hidden = masked(text, find_printed(text))
    return [text[start:end] for start, end in parts(hidden)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A. B., One (2012); C. D., Two (2013).", ["A. B., One (2012)", "C. D., Two (2013)."]),
        ("“One; or two”, The Courier, 2012.", ["“One; or two”, The Courier, 2012."]),
        ("One (A/1; A/2), para. 3.", ["One (A/1; A/2), para. 3."]),
        ("https://example.org/a;b;c", ["https://example.org/a;b;c"]),
        ("One (2012), paras. 2; and para. 5.", ["One (2012), paras. 2; and para. 5."]),
        (
            "Concord Watch, One (2012). See also Concord Watch, Two (2013).",
            ["Concord Watch, One (2012).", "See also Concord Watch, Two (2013)."],
        ),
        (
            "See https://example.org/a. “Two and three”, The Courier, 3 May 2012.",
            ["See https://example.org/a.", "“Two and three”, The Courier, 3 May 2012."],
        ),
    ],
)
def test_citations_are_parted_at_semicolons_signals_and_addresses(
    text: str, expected: list[str]
) -> None:
    assert split(text) == expected


def test_an_address_is_hidden_character_by_character() -> None:
    text = "a https://example.org/x b"

    assert masked(text, find_printed(text)) == f"a {MASK * 21} b"
