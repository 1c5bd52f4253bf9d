"""`python -m conformed` is the command `conformed`."""

import sys

from conformed.cli import main

sys.exit(main())
