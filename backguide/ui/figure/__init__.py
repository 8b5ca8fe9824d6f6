"""Painting the figure."""
