"""What operators see of the service at work: counts, traces and what every line of the log carries."""
