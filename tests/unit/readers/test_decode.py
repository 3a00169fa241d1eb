import pytest

from averment.errors import InvalidDocumentError
from averment.readers.decode import Decoded, decode


def test_utf8_is_read_as_it_is_line_ends_included() -> None:
    assert decode("Port Callis – “yes”\r\nline\rmac\n".encode()) == Decoded(
        text="Port Callis – “yes”\r\nline\rmac\n"
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_names_the_encoding_and_is_taken_off(encoding: str) -> None:
    assert decode("Norvenia’s letter".encode(encoding)) == Decoded(text="Norvenia’s letter")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_recognised_and_reported(encoding: str) -> None:
    decoded = decode("A letter from Norvenia".encode(encoding))

    assert decoded.text == "A letter from Norvenia"
    assert [notice.code for notice in decoded.notices] == ["encoding-assumed"]


def test_lines_of_another_encoding_are_read_as_windows_1252_and_named() -> None:
    data = "caf\u00e9 “one”\n".encode() + "caf\u00e9 “two”\n".encode("cp1252") + b"plain\n"

    decoded = decode(data)

    assert decoded.text == "caf\u00e9 “one”\ncaf\u00e9 “two”\nplain\n"
    assert [notice.code for notice in decoded.notices] == ["encoding-assumed"]
    assert "1 of 3 lines" in decoded.notices[0].text
    assert "line 2)" in decoded.notices[0].text


def test_one_stray_byte_does_not_spoil_the_utf8_of_its_line() -> None:
    assert decode("“one” ‘two’ \u00e9".encode() + b"\x96 end").text == "“one” ‘two’ \u00e9– end"


def test_a_declared_encoding_is_believed_where_the_bytes_are_not_utf8() -> None:
    assert decode("Норвения".encode("windows-1251"), declared="windows-1251").text == "Норвения"
    assert decode("Норвения".encode(), declared="windows-1251").text == "Норвения"


def test_a_declared_encoding_cannot_name_just_any_codec() -> None:
    assert decode(b"caf\xe9", declared="unicode_escape").text == "caf\u00e9"


def test_a_cut_wide_encoding_is_read_and_reported() -> None:
    decoded = decode("\ufeffabcdef".encode("utf-16-le")[:-1])

    assert decoded.text == "abcde\ufffd"
    assert [notice.code for notice in decoded.notices] == ["encoding-damaged"]


def test_a_few_control_characters_are_left_and_reported() -> None:
    decoded = decode(
        b"A letter that an old printer driver wrote, with a bell \x07 in its text."
    )

    assert "\x07" in decoded.text
    assert [notice.code for notice in decoded.notices] == ["control-characters"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "no words"),
        ("\ufeff\u200b \n".encode(), "no words"),
        (bytes(range(256)) * 4, "binary"),
        (b"\x00" * 100, "binary"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, words: str) -> None:
    with pytest.raises(InvalidDocumentError, match=words):
        decode(data)
