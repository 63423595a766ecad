"""Rulebooks as files: found, read with every mistake, described for editors."""
