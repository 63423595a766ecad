"""Forms as people fill them in."""
