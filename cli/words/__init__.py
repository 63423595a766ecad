"""The vocabulary of the service as people read it, in French and in English."""
