"""``python -m averment``: the command line."""

import sys

from averment.cli import main

sys.exit(main())
