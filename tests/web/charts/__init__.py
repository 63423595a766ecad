"""The pages of cooperations and of what lies beside them."""
