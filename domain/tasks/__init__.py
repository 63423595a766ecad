"""Tasks: who is to act next, and by which command."""
