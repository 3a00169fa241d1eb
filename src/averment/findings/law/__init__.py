"""Checks of what a letter says about treaties and other law: the family LAW."""
