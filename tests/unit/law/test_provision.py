import pytest

from averment.law.provision import find_provisions


@pytest.mark.parametrize(
    ("text", "provisions"),
    [
        ("article 6", ("art. 6",)),
        ("Articles 2 and 7(1)", ("art. 2", "art. 7(1)")),
        ("arts. 6, 7 & 14", ("art. 6", "art. 7", "art. 14")),
        ("Articles 27 to 34", ("art. 27-34",)),
        ("Article 51 (5) (b)", ("art. 51(5)(b)",)),
        ("Article 2, paragraphs 1 and 3,", ("art. 2(1)", "art. 2(3)")),
        ("common Articles 1 and 3", ("common art. 1", "common art. 3")),
        ("Article 10 bis", ("art. 10 bis",)),
        ("Chapters VI and VII", ("Chapter VI", "Chapter VII")),
        ("Rule 149", ("rule 149",)),
        ("the Preamble", ("preamble",)),
        ("Article IX", ("art. IX",)),
    ],
)
def test_a_list_under_one_noun_gives_each_provision(
    text: str, provisions: tuple[str, ...]
) -> None:
    assert [listed.provisions for listed in find_provisions(text)] == [provisions]


def test_a_date_behind_a_list_is_no_article() -> None:
    text = "article 6, 12 October 2020, and article 7, 14 people"

    assert [listed.provisions for listed in find_provisions(text)] == [
        ("art. 6",),
        ("art. 7",),
    ]


def test_an_article_of_a_newspaper_has_no_number() -> None:
    assert find_provisions("an article in the press; articles by 3 authors; heart 6") == []
