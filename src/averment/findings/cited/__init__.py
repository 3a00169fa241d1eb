"""What the statements of a document rest on."""
