"""Sheets that are brought in: rows become commands, which are tried first; problems are told by their cells."""
