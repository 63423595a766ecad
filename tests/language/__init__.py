"""The language spoken now."""
