"""What people keep beside the ledger and may delete at will; it goes when they are erased."""
