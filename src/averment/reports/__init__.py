"""Files that show a reading and its findings."""
