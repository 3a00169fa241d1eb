from averment.reports.page import terminal_page

PAGE = """# CIT101 A claim without a source

A desk officer asks *who says so*.
The sentence names **nobody**.

## How to mend it

- Name the source,
  with its date.
1. Or leave it out.

```
aver check letter.txt

--html
```
See [the manual](https://manual.example/x).
"""


def test_a_page_reads_as_plain_text() -> None:
    assert terminal_page(PAGE) == (
        "CIT101 A claim without a source\n"
        "\n"
        "A desk officer asks who says so. The sentence names nobody.\n"
        "\n"
        "How to mend it\n"
        "\n"
        "- Name the source, with its date.\n"
        "1. Or leave it out.\n"
        "\n"
        "    aver check letter.txt\n"
        "    \n"
        "    --html\n"
        "\n"
        "See the manual (https://manual.example/x).\n"
    )


def test_underscores_inside_a_word_are_no_emphasis() -> None:
    assert terminal_page("snake_case_name and 2 * 3 * 4") == "snake_case_name and 2 * 3 * 4\n"


def test_headings_are_bold_where_colour_is_wanted() -> None:
    assert "\x1b[1mCIT101" in terminal_page(PAGE, colour=True)
