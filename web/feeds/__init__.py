"""What other programs read by an address alone: no session, no cookie; rights are judged at every fetch."""
