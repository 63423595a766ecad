"""Commands judged: by the tables, and by who gives them."""
