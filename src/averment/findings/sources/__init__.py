"""Checks of what is cited, as far as the document shows it: the family SRC."""
