"""What a keeper withholds: left out of everything that is published, and proved to be absent from it."""

from borderwire.withhold.forms import MARK, Forms
from borderwire.withhold.others import redact_authority, redact_changes
from borderwire.withhold.proof import prove
from borderwire.withhold.redact import redact_all
from borderwire.withhold.spellings import Hidden, find_hidden

__all__ = ["MARK", "Forms", "Hidden", "find_hidden", "prove", "redact_all", "redact_authority", "redact_changes"]
