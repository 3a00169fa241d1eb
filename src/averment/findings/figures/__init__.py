"""Checks of numbers and dates: the family FIG."""
