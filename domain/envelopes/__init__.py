"""Envelopes and bank details: what may be committed and paid, and to which account."""
