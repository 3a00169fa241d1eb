"""A claim is one checkable statement of a document."""
