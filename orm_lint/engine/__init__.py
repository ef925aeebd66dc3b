"""Configuration, selection, the run: the facade that every frontend calls."""
