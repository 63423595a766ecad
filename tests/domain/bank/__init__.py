"""Payments as banks take them."""
