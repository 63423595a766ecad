"""What people keep beside the ledger."""
