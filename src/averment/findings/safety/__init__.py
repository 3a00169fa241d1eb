"""Checks of what a letter tells about persons at risk: the family SAF."""
