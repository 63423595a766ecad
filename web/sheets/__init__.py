"""Sheets that are brought in by pages: taken in, tried, recorded, given back."""
