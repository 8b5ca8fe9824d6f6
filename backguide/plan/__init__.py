"""The schedule of the week and adherence to it. Pure functions."""
