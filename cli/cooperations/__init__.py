"""One cooperation on a terminal: its sheet, its history, its documents."""
