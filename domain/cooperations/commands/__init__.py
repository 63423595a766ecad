"""What can be asked about a cooperation."""
