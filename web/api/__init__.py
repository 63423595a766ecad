"""The API: JSON for other systems, over the same questions and commands as pages and command line."""
