"""A finding says what was found about a claim, with its grounds."""
