"""Values, moments, days, canonical bytes."""
