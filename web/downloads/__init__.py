"""Lists as sheets to take away: a module for each few lists of one subject."""
