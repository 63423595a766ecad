"""The cooperation's workflow on a real Temporal, over a file that the test invents."""
