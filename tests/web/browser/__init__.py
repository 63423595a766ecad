"""A real browser on a real stack: what people do, from the first page to the last."""
