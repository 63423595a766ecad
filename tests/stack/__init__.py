"""The embedded stack, for real."""
