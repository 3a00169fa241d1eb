"""Instruments, and where a document names them."""
