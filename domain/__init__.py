"""The rules of Escale: pure, without I/O, clock or randomness."""
