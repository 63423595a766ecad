"""People and their roles as a page."""
