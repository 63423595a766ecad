"""Running the service: starting, checking, mending it."""
