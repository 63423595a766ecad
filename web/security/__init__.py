"""What keeps pages from being used against their readers."""
