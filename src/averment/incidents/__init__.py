"""An incident is what is alleged to have happened, as somebody tells it."""
