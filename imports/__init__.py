"""Bytes that come in as typed values: nothing of the ledger is known here."""
