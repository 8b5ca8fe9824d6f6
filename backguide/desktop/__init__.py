"""The outside world behind small protocols: clock, paths, sound, single instance."""
