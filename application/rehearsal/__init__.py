"""Rehearsing a programme: a whole life of one cooperation under a rulebook, in memory, on a virtual clock."""
