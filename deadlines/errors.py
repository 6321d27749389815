"""What the parser says when it does not understand."""


class UnclearDeadlineError(ValueError):
    """A wording that is not understood."""


class MissingReferenceError(UnclearDeadlineError):
    """A wording that counts from a date that was not given."""
