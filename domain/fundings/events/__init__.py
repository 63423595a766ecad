"""What can have happened to a funding."""
