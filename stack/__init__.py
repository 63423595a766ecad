"""The embedded stack: PostgreSQL, Temporal, a mail catcher and the worker, under one data directory."""
