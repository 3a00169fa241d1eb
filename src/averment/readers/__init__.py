"""Bytes of every format become a `Document`."""
