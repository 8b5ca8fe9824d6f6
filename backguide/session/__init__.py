"""A routine becomes a timeline of steps, and a player walks it. Standard library only."""
