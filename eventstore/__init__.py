"""The ledger: append, read, verify. SQL lives in .sql files; PostgreSQL and memory keep one contract."""
