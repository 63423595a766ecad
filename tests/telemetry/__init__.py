"""What operators see: metrics, dashboard, alert rules, traces, what lines of the log carry."""
