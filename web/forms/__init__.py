"""What the pages of forms do besides drawing: reading what was sent, keeping drafts, handing documents in, sending."""
