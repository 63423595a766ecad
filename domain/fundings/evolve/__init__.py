"""How a funding changes with its events."""
