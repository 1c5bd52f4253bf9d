"""Where the illustrative agreement lies: in an installed package, or in a checkout."""

from __future__ import annotations

from pathlib import Path

__all__ = ["example_folder"]


def example_folder() -> Path:
    """The folder of the illustrative Media Gateway Services Agreement III: papers, agreement.toml, events.

    Raises:
        FileNotFoundError: where the package was installed without its examples.

    >>> sorted(file.name for file in example_folder().glob("amendment-*.txt"))
    ['amendment-1.txt', 'amendment-2.txt', 'amendment-3.txt']
    """
    package = Path(__file__).parent
    places = (package / "_examples", package.parents[1] / "examples")
    for place in places:
        folder = place / "media-gateway"
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"no media-gateway folder in {' or '.join(str(place) for place in places)}")
