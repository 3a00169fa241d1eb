"""Bytes become text that one can point into."""
