"""What cooperations, reviews and fundings have in common."""
