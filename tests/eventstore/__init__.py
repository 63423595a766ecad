"""The ledger's rules, on both stores."""
