"""What may be asked, and what of it each person sees."""
