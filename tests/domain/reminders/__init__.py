"""What is due, and what silence counts as."""
