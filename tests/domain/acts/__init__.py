"""What the lifecycle does by itself, as it stands at an instant."""
