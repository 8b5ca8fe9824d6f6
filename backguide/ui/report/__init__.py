"""The page for the physiotherapist on paper: painting it, writing and printing it, and its dialog."""
