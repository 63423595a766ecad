"""Checking what the database promises: a list of small checks, each of one subject, that give typed findings."""
