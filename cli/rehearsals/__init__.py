"""A programme's rules lived ahead of time."""
