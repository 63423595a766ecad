"""The demonstration, told as it happens."""
