"""The only writer: staging, manifest, swap, verification."""

from borderwire.publish.serve import make_server, serve
from borderwire.publish.verify import verify_site
from borderwire.publish.writer import PublishReport, publish

__all__ = ["PublishReport", "make_server", "publish", "serve", "verify_site"]
