"""Cooperations: gates, clocks, records, their past."""
