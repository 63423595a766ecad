"""What is said of sheets that are brought in."""
