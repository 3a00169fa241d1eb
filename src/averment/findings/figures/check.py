"""The family FIG: figures and dates that do not hold together."""

from collections.abc import Iterator

from averment.claims.reading import Reading
from averment.findings.figures.counted import count_in
from averment.findings.figures.dates import check_dates
from averment.findings.figures.lapse import check_lapses
from averment.findings.figures.list import check_lists
from averment.findings.figures.number import (
    check_double_count,
    check_precision,
    check_ranges,
    check_words_and_digits,
)
from averment.findings.figures.share import check_bases, check_percentages
from averment.findings.figures.sum import check_sums
from averment.findings.figures.told import check_told_twice, check_vague
from averment.findings.figures.week import check_weeks
from averment.findings.finding import Finding
from averment.findings.prose import read_prose


def check_figures(reading: Reading) -> Iterator[Finding]:
    """Check sums, shares, counts, ranges, dates and lengths of time.

    Only what the document itself gives is compared; nothing is looked up.
    """
    prose = read_prose(reading)
    counted = [count_in(stretch) for stretch in prose.stretches]
    for one in counted:
        yield from check_sums(prose, one)
        yield from check_percentages(prose, one)
        yield from check_words_and_digits(prose, one)
        yield from check_ranges(prose, one)
        yield from check_double_count(prose, one)
        yield from check_precision(prose, one)
        yield from check_bases(prose, one)
    yield from check_lists(prose, counted)
    yield from check_told_twice(prose)
    yield from check_vague(prose)
    yield from check_dates(prose, counted)
    yield from check_lapses(prose, counted)
    yield from check_weeks(prose, counted)
