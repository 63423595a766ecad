"""Read models: what people look up, folded from the ledger, one file each; they can be rebuilt at any time."""
