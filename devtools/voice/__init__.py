"""Renders the sentences of the sessions into clips, and lets a recogniser listen to them.

Only needed to make new clips: the program and its tests use the rendered ones in assets/cues.
"""
