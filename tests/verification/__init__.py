"""Checking what the database promises."""
