"""The command line, as a shell runs it."""
