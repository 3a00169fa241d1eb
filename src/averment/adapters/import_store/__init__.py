"""The user's own facts in one SQLite file, beside the catalogue that comes with the program."""
