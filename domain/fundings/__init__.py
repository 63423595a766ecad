"""Fundings: what is known of one, eligibility, circuits, schedules, what is due."""
