"""What may be brought in as a sheet: for each kind its columns, and the commands that its rows become."""
