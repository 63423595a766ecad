"""Why commands about a funding are refused."""
