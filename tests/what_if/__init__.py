"""What other rules would have made of the past."""
