"""`python -m samsyn` is the command line."""

import sys

from samsyn.cli import main

sys.exit(main())
