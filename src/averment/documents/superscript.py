"""Superscript characters and the digits they stand for."""

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGIT = {ord(sign): str(value) for value, sign in enumerate(SUPERSCRIPTS)}
_TO_SIGN = {ord(str(value)): sign for value, sign in enumerate(SUPERSCRIPTS)}


def plain_digits(text: str) -> str:
    """Write superscript digits as plain ones.

    >>> plain_digits("¹²")
    '12'
    """
    return text.translate(_TO_DIGIT)


def superscript_digits(text: str) -> str:
    """Write plain digits as superscript ones.

    >>> superscript_digits("12")
    '¹²'
    """
    return text.translate(_TO_SIGN)
