"""Fundings: eligibility, circuits, what others hear, and the fold."""
