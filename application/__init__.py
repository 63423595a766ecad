"""The one way in, and the processes that follow the ledger: use cases over the ports of ``ports.py``."""
