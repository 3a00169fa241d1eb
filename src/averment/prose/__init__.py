"""What any text holds: sentences, dates, numbers, names of States."""
