"""Fundings on a terminal."""
