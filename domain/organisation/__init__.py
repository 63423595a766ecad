"""The organisation itself: its people and roles, its rulebooks, its outages."""
