"""Why commands about an organisation are refused."""
