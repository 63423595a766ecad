"""Why commands about a review are refused."""
