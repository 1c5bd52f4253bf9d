"""The command line: thin doors to `service`."""


def main() -> None:
    """Run the command `conformed`."""
    raise NotImplementedError
