"""Letters as pages."""
