"""Files that leave: documents, calendars, spreadsheets, payment orders."""
