"""What files of every kind have in common."""
