"""What other rules would have made of past decisions."""
