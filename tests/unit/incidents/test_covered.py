"""The year that an annual report tells of."""

import pytest

from averment.incidents.covered import covered_year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Concord Report 2009 ... On 3 June ... Concord Report 2009", "2008"),
        ("Review 2009. In May 2009 and in June 2009. Review 2009", "2009"),
        ("As the Concord Report 2009 says.", None),
        ("On 3 June two men were arrested.", None),
        ("Report 2017/18 ... Report 2017/18", None),
    ],
)
def test_a_running_title_gives_the_year_before_it(text: str, year: str | None) -> None:
    assert covered_year(text) == year
