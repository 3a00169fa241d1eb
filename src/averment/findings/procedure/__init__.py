"""Checks of what the addressee asks for: the family PRO."""
