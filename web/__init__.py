"""Pages for people: each has one address and works without JavaScript."""
