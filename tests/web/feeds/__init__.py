"""Tests of what other programs read by an address."""
