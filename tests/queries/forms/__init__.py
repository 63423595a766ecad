"""Forms of commands."""
