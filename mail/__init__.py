"""E-mail: rendered once with its claim, kept in the outbox, sent so that nobody gets it twice unawares."""
