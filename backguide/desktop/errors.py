"""What goes wrong in the outside world, said in one sentence."""


class DesktopError(Exception):
    """A fault of the computer's surroundings; its text is a sentence for the user with what to do."""
