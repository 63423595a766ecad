"""The embedded stack: PostgreSQL, Temporal, a mail catcher, the worker and the pages, under one data directory."""
