"""Which events a command about a funding gives, or why it is refused."""
