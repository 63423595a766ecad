"""Files of payments for the bank."""
