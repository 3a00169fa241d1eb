"""What the checks look facts up in: the law book and the record."""

from dataclasses import dataclass

from averment.law.lawbook import LawBook
from averment.un_record.membership import Memberships
from averment.un_record.record import Record
from averment.un_record.session import Sessions


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Facts of law and record, those of the program and those that the user imported."""

    law: LawBook
    record: Record
    memberships: Memberships
    sessions: Sessions
