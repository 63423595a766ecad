"""Composing, keeping and sending of reminders."""
