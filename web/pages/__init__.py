"""Pages, a module for each or for a few of one subject."""
