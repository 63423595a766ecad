"""All commands, events and folds there are."""
