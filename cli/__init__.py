"""The command line: thin commands over the one way in and the read models, in French and in English."""
