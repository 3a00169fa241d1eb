"""Ibid., id. and supra point to what they stand for, or stay open."""

from averment.apparatus.short_form import resolve_short_forms
from averment.documents.citation import Citation
from averment.documents.grounded import Grounded
from averment.documents.span import Span


def cited(note: str, form: str | None = None, number: str | None = None) -> Citation:
    identifier = None
    if number is not None:
        identifier = Grounded(value=number, span=Span(0, 1), rule="short:note")
    return Citation(span=Span(0, 1), note=note, short_form=form, identifier=identifier)


def targets(*citations: Citation) -> list[int | None]:
    return [citation.refers_to for citation in resolve_short_forms(citations)]


def test_ibid_points_to_the_citation_before() -> None:
    assert targets(cited("1"), cited("2", "ibid")) == [None, 0]


def test_a_chain_of_short_forms_points_to_its_beginning() -> None:
    assert targets(cited("1"), cited("2", "ibid"), cited("3", "id")) == [None, 0, 0]


def test_ibid_after_a_note_with_several_citations_stays_open() -> None:
    assert targets(cited("1"), cited("1"), cited("2", "ibid")) == [None, None, None]


def test_id_within_a_note_points_to_the_citation_just_before() -> None:
    assert targets(cited("1"), cited("1"), cited("1", "id")) == [None, None, 1]


def test_supra_points_to_the_only_citation_of_its_note() -> None:
    assert targets(cited("1"), cited("2"), cited("3", "supra", "1")) == [None, None, 0]


def test_supra_to_a_note_with_several_citations_stays_open() -> None:
    assert targets(cited("1"), cited("1"), cited("2", "supra", "1")) == [None, None, None]


def test_a_short_form_with_nothing_before_it_stays_open() -> None:
    assert targets(cited("1", "ibid"), cited("2", "supra", "9")) == [None, None]
