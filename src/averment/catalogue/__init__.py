"""The catalogue: facts of law and record as data, each row with its source and confidence."""
