"""The family REC: what the letter says of resolutions and votes, held against the record."""

from collections.abc import Iterator

from averment.claims.reading import Reading
from averment.findings.figures.day import day_written
from averment.findings.finding import Finding
from averment.findings.record.adoption import check_adoption
from averment.findings.record.force import check_force
from averment.findings.record.group_votes import check_groups
from averment.findings.record.left_out import check_left_out
from averment.findings.record.letter import lay_out
from averment.findings.record.numbers import check_numbers
from averment.findings.record.quotes import check_quotations
from averment.findings.record.sessions import check_sessions
from averment.findings.record.state_votes import check_states
from averment.findings.record.statements import check_statements, check_unknown
from averment.findings.record.symbols import (
    check_bodies,
    check_documents,
    check_kinds,
    check_sets,
)
from averment.findings.record.voters import check_permanent, check_voters
from averment.findings.record.votes import check_votes
from averment.un_record.membership import Memberships
from averment.un_record.record import Record
from averment.un_record.session import Sessions


def check_record(
    reading: Reading, record: Record, *, memberships: Memberships, sessions: Sessions
) -> Iterator[Finding]:
    """Check everything that a letter says of United Nations resolutions and votes.

    Args:
        reading: The letter.
        record: What is on record: the packaged catalogue and the user's imports.
        memberships: Which States were in which group when.
        sessions: When the bodies met.
    """
    letter = lay_out(reading)
    yield from check_numbers(letter, record, sessions)
    yield from check_bodies(letter)
    yield from check_documents(letter)
    yield from check_kinds(letter)
    yield from check_sets(letter, record)
    yield from check_votes(letter, record)
    yield from check_states(letter, record)
    yield from check_left_out(letter, record)
    yield from check_groups(letter, record, memberships)
    yield from check_voters(letter, record, memberships)
    written = day_written(reading)
    if written is not None:
        yield from check_permanent(letter, memberships, day=written)
    yield from check_adoption(letter, record)
    yield from check_sessions(letter, record)
    yield from check_force(letter, record)
    yield from check_quotations(letter, record)
    yield from check_statements(letter)
    yield from check_unknown(letter, record)
