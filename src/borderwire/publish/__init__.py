"""The only writer: staging, manifest, swap, verification."""

from borderwire.publish.plan import check_target, plan_publication
from borderwire.publish.serve import make_server, serve
from borderwire.publish.verify import verify_site
from borderwire.publish.writer import PublishReport, publish

__all__ = ["PublishReport", "check_target", "make_server", "plan_publication", "publish", "serve", "verify_site"]
