"""What may be asked, cut down to what the asker may see, as typed values."""
