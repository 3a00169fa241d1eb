"""Checks of citations, notes and addresses: the family CIT."""
