"""The pages of what is settled for a whole organisation."""
