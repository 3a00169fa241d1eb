"""Checks of what a letter says about United Nations resolutions and votes: the family REC."""
