"""Pages that list: what waits, cooperations, what falls due, what is found."""
