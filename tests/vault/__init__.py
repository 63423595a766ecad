"""The vault's rules, on both stores."""
