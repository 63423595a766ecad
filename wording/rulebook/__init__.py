"""Rulebooks in plain words, and what differs between two."""
