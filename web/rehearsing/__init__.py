"""Rehearsals asked for by a page: each runs in a process of its own, for so long and no longer."""
