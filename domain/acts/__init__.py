"""Acts: what the lifecycle does by itself, when each is due, what holds it back, and how it is done."""
