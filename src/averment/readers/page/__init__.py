"""Words placed on pages become lines, columns and passages."""
