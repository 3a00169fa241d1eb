"""Numbers as lists and notes print them: letters, roman numerals, superscripts."""

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_ROMAN_LIMIT = 4000
_LETTERS = 26
_LETTER_LIMIT = 26 * 20
_SIGNS = ("*", "†", "‡", "§")
_SUPERSCRIPT = str.maketrans(
    "0123456789abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
)


def roman(number: int) -> str:
    """Return `number` in small roman letters; in digits outside 1..3999.

    >>> roman(14)
    'xiv'
    """
    if not 0 < number < _ROMAN_LIMIT:
        return str(number)
    letters = []
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        letters.append(sign * count)
    return "".join(letters)


def letters(number: int) -> str:
    """Return the small letters that stand for `number`: a to z, then aa, bb as Word counts.

    >>> letters(28)
    'bb'
    """
    if not 0 < number <= _LETTER_LIMIT:
        return str(number)
    repeat, index = divmod(number - 1, _LETTERS)
    return chr(ord("a") + index) * (repeat + 1)


def sign(number: int) -> str:
    """Return the note sign that stands for `number`: ``*``, ``†``, ``‡``, ``§``, ``**``."""
    if not 0 < number <= _LETTER_LIMIT:
        return str(number)
    repeat, index = divmod(number - 1, len(_SIGNS))
    return _SIGNS[index] * (repeat + 1)


def superscript(label: str) -> str:
    """Return `label` in superscript characters, or in brackets where there are none for it.

    >>> superscript("12"), superscript("iv"), superscript("*"), superscript("Q")
    ('¹²', 'ⁱᵛ', '*', '[Q]')
    """
    raised = label.translate(_SUPERSCRIPT)
    if any(character.isalnum() and character in label for character in raised):
        return f"[{label}]"
    return raised
