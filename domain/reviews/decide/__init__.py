"""Which events a command about a review gives, or why it is refused."""
