"""The letter's text with each proved address in the place of the printed one."""

from averment.claims.reading import Reading
from averment.documents.address import Address, AddressStatus


def repairable(reading: Reading) -> tuple[Address, ...]:
    """Return the addresses that are printed otherwise than they are meant, and are proved."""
    return tuple(
        address
        for address in reading.addresses
        if address.repaired is not None
        and address.status in {AddressStatus.INTACT, AddressStatus.REPAIRED}
        and address.raw
        and address.raw != address.repaired
    )


def repaired_text(reading: Reading) -> str:
    """Return the text; nothing else in it is changed, and what cannot be proved stays."""
    text = reading.document.text
    pieces: list[str] = []
    at = 0
    for address in sorted(repairable(reading), key=lambda a: a.span):
        if address.span.start < at:
            continue
        pieces += (text[at : address.span.start], address.repaired or "")
        at = address.span.end
    return "".join([*pieces, text[at:]])
