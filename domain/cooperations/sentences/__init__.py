"""Why commands about a cooperation are refused."""
