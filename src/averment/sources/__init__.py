"""A source is the work that a citation refers to."""
