"""Races for the last euro: many people decide at the same moment, and an envelope is never promised twice."""
