"""`python -m borderwire`."""

from borderwire.cli import main

raise SystemExit(main())
