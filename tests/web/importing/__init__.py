"""Sheets that are brought in by pages."""
