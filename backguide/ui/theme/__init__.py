"""Colour tokens, type, icons and palettes."""
