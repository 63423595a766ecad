"""How long a rehearsal may take, how many run at a time, and how many answers are kept for whoever asks again."""

SECONDS = 20
"""A life takes less than one; what takes more is no rulebook that people wrote."""
AT_ONCE = 2
KEPT = 16
"""Of some ten kilobytes each."""
