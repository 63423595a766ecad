"""Who sees which page."""
