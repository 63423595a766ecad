"""Deadlines: what a clock runs by, when something is due, what moves it, who is reminded."""
