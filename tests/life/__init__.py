"""Whole lives on a real Temporal and a real PostgreSQL."""
