"""Laws of notes, citations and addresses: nothing crashes, everything points into the text."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from averment.apparatus.address_repair import repair
from averment.apparatus.apparatus import read_apparatus
from averment.documents.address import AddressStatus
from averment.readers.plain import document_of_text

pieces = st.sampled_from(
    [
        "See ", '"A Title," ', "The Courier ", "(Oct. 4, 2012), ", "available at ",
        "http://x.org/a-b ", "https:// www.example.org/c d html>", "watch?v=", "¹", "²", " 1",
        "1 ", "\n", "\n\n", "- ", "; ", ".", "Ibid. ", "* ", "[2] ", "“", "”", "<", ">", "(",
        ")", "\f", "Port Callis was shelled", "°", "\u00ad", "Doe v. Roe, ", "ii ", "(1) ",
        "A. Reed, The Valley (Quay Press, 1999), ", "supra note 1", "(EUR 04/005/2008)",
    ]
)  # fmt: skip
letters = st.lists(pieces | st.text(max_size=5), max_size=60).map("".join)


@settings(max_examples=150, deadline=None)
@given(text=letters)
def test_any_text_is_read_and_every_span_lies_inside_it(text: str) -> None:
    found = read_apparatus(document_of_text(text, name="x"), hosts=frozenset({"example.org"}))

    spans = [n.span for n in found.notes] + [a.span for a in found.addresses]
    spans += [c.span for c in found.citations] + [
        n.marker.span for n in found.notes if n.marker
    ]
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    for citation in found.citations:
        assert all(index < len(found.addresses) for index in citation.addresses)
        assert citation.refers_to is None or citation.refers_to < len(found.citations)


@settings(max_examples=150, deadline=None)
@given(text=letters)
def test_a_flow_stands_where_it_says(text: str) -> None:
    document = document_of_text(text, name="x")

    for passage in document.passages:
        for offset, character in enumerate(passage.flow.text):
            place = passage.flow.at(offset)
            assert character in (text[place], " ", "\n")


@settings(max_examples=200, deadline=None)
@given(raw=st.text(alphabet="htps:/w.exampl org-_?=&%>\"'#\n09", min_size=1, max_size=60))
@example(raw='"> 0')
def test_no_address_is_given_where_none_is_proved(raw: str) -> None:
    outcome = repair(raw)

    proved = outcome.status in (AddressStatus.INTACT, AddressStatus.REPAIRED)
    assert proved == (outcome.repaired is not None)
    if outcome.repaired is not None:
        assert not any(character.isspace() for character in outcome.repaired)


@settings(max_examples=200, deadline=None)
@given(raw=st.text(alphabet="htps:/w.exampl org-_?=&%>\"'#\n09", min_size=1, max_size=60))
def test_repairing_twice_changes_nothing(raw: str) -> None:
    outcome = repair(raw)

    if outcome.repaired:
        assert repair(outcome.repaired).repaired in (outcome.repaired, None)
