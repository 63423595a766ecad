"""Forms: what a command asks for, as fields with widgets, choices and values, and what was posted, read back."""
