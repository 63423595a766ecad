"""Rulebooks: sound, and making sense."""
