"""Following the ledger: workflows woken, files assessed, what is missing mended."""
