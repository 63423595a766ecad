"""Recorded histories of every released shape of the workflows must replay."""
