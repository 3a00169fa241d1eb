"""Each adapter ties one port to the outside world."""
