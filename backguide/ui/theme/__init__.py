"""Colour tokens, type, icons and palettes: what the appearance is made of, and putting one in force."""
