"""Every programme runs from start to end, with the figures of the field."""
