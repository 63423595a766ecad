"""All events and folds there are."""
