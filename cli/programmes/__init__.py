"""The rules of programmes on a terminal."""
