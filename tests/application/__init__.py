"""The one way in, over the ledger in memory."""
