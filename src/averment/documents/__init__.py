"""A document is one text that one can point into."""
