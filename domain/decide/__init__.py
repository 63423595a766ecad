"""A command about anything gives events or a refusal; what one file brings about in others."""
