"""What can be done: exercises and routines, read from TOML."""
