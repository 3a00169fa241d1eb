"""The frame of a letter: who writes to whom, when, and who signs."""
