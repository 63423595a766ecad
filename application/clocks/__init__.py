"""Time: real, or a simulation's own, and the process that takes it further."""
