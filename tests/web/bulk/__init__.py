"""One act for several files."""
