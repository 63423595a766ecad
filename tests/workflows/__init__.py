"""The workflows of files on a real Temporal, over a file that the test invents."""
