"""Votes in the user's own files: other people's tables become roll-calls."""
