"""Acts in the user's own files: status tables of depositaries."""
