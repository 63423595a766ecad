"""What can have happened in a cooperation."""
