"""What workflows ask of the world: take stock of a file, record a command, raise an alert."""
