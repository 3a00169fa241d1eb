from dataclasses import replace

from averment.claims.reading import Reading
from averment.reports.repaired_text import repairable, repaired_text


def test_only_proved_addresses_are_changed(reading: Reading) -> None:
    address = reading.addresses[0]

    assert repairable(reading) == (address,)
    assert repaired_text(reading) == reading.document.text.replace(
        address.raw, "https://courier.example/2031/03/library-of-port-callis-shelled"
    )


def test_an_address_that_is_read_twice_is_written_once(reading: Reading) -> None:
    twice = replace(reading, addresses=(reading.addresses[0],) * 2)

    assert repaired_text(twice) == repaired_text(reading)


def test_a_letter_without_damage_stays_as_it_is(reading: Reading) -> None:
    assert repaired_text(replace(reading, addresses=())) == reading.document.text
