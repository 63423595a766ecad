"""Giving commands: by name, by prompts, as JSON, in import files."""
