"""Envelopes, payments and files for the bank on a terminal."""
