"""Cooperations: their phases, gates, collective, records, calls."""
