"""Looking around in a simulation, and letting its time pass."""
