"""What the United Nations has on record, and where a document names it."""
