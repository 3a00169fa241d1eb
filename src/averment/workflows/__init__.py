"""One verb a module; the only place that strings things together."""
