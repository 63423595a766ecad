"""Payments, bank details and statements as pages."""
