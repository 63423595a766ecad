"""The ground floor: the language spoken now, the addresses of pages."""
