"""What can be asked about a funding."""
