"""Every word that people read, in French and in English."""
