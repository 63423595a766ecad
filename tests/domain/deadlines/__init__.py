"""Deadlines: when, moved by what, told to whom."""
