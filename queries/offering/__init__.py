"""Whether a command could be given now: a form of it is filled in as far as the rules ask, and tried."""
