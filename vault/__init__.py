"""The vault: what people write about people, readable until it is erased."""
