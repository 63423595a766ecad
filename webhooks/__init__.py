"""Other systems are told what happens: who asked for it, what is said, how it is sent."""
