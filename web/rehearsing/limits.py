"""How long a rehearsal may take, and how many run at a time."""

SECONDS = 20
"""A life takes less than one; what takes more is no rulebook that people wrote."""
AT_ONCE = 2
