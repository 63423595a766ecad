"""The path of a command: read, decided on what the ledger holds, recorded, answered."""
