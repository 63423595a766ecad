"""Bank details: proposed, confirmed by a second person, and where banks pay."""
