from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from averment.reports.word.package import Element
from averment.reports.word.run import Cut, cut_run, local_name, width

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraph(inside: str) -> Element:
    return etree.fromstring(f'<w:p xmlns:w="{W}">{inside}</w:p>')


def words(run: Element) -> str:
    return "".join(
        (child.text or "") if local_name(child) == "t" else "|" * width(child) for child in run
    )


def parts_of(root: Element, cuts: tuple[Cut, ...]) -> list[tuple[int, int, str]]:
    assert [cut.run for cut in cuts] == [r for r in root if local_name(r) == "r"]
    return [(cut.start, cut.end, words(cut.run)) for cut in cuts]


def test_a_run_is_cut_in_mid_word_and_keeps_its_looks() -> None:
    root = paragraph("<w:r><w:rPr><w:b/></w:rPr><w:t>abcdef</w:t></w:r>")

    cuts = cut_run(root[0], [2, 4])

    assert parts_of(root, cuts) == [(0, 2, "ab"), (2, 4, "cd"), (4, 6, "ef")]
    assert [local_name(run[0]) for run in root] == ["rPr", "rPr", "rPr"]


def test_tabs_and_breaks_count_one_character() -> None:
    root = paragraph("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>")

    cuts = cut_run(root[0], [2])

    assert parts_of(root, cuts) == [(0, 2, "a|"), (2, 5, "b|c")]


def test_a_reference_mark_stays_with_the_words_before_it() -> None:
    root = paragraph('<w:r><w:t>ab</w:t><w:footnoteReference w:id="1"/><w:t>cd</w:t></w:r>')

    cuts = cut_run(root[0], [2])

    assert parts_of(root, cuts) == [(0, 2, "ab"), (2, 4, "cd")]
    assert [local_name(child) for child in cuts[0].run] == ["t", "footnoteReference"]


def test_cuts_outside_a_run_change_nothing() -> None:
    root = paragraph("<w:r><w:t>ab</w:t></w:r>")

    assert parts_of(root, cut_run(root[0], [0, 2, 7])) == [(0, 2, "ab")]


@given(
    texts=st.lists(st.text(alphabet="abc ", max_size=5), max_size=5),
    at=st.lists(st.integers(-1, 30), max_size=6),
)
def test_cutting_loses_no_character(texts: list[str], at: list[int]) -> None:
    inside = "<w:tab/>".join(f"<w:t>{text}</w:t>" for text in texts)
    root = paragraph(f"<w:r>{inside}</w:r>")
    before = words(root[0])

    cuts = cut_run(root[0], at)

    assert "".join(words(run) for run in root) == before
    assert all(words(cut.run) == before[cut.start : cut.end] for cut in cuts)
