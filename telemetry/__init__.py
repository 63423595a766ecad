"""How counts and traces leave the process: Prometheus by Temporal's runtime, OpenTelemetry where it is asked for."""
