"""Which events a command about a cooperation gives, or why it is refused."""
