"""Files of payments for the bank: ISO 20022 and a spreadsheet, made of what is handed in; the same bytes every time."""
