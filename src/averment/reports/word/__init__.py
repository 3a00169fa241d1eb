"""Word files: the user's own letter, or a new one, with remarks and repairs in it."""
