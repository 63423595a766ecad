"""Proof of what Escale promises."""
