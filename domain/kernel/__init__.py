"""The ground that all rules stand on: values, moments, money, what commands and events are."""
