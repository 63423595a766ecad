"""Reminders: what is due now, of any kind of file, and what silence counts as."""
