"""Tasks: whom they wait for, and what answers them."""
