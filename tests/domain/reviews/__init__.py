"""Reviews: votes, deadlines, who may, what chance cannot break."""
