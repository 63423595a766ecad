"""How a cooperation changes with its events."""
