"""Tests of who signs in."""
