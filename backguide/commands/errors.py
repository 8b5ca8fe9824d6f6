"""How a command ends when it does not end well."""


class CommandError(Exception):
    """The command could not be done; its text is a sentence for the user. Exit status 1."""


class WrongUseError(CommandError):
    """The command was not asked rightly; its text says what would be right. Exit status 2."""
