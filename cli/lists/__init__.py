"""What several files have to tell, as tables."""
