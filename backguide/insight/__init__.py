"""What the journal says: series and their meaning. Pure functions."""
