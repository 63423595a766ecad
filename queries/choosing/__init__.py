"""Which values fit a field of a command now, by the rules that will judge it: a file for each kind of file."""
