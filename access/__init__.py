"""Who signs in, and how; beside the ledger, for all of it must be deletable at will."""
