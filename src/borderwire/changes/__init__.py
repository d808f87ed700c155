"""What changed between two builds, from the data files in them, and why."""

from borderwire.changes.compare import compare
from borderwire.changes.snapshot import Snapshot, read_snapshot, snapshot
from borderwire.changes.tell import tell_json, tell_text

__all__ = ["Snapshot", "compare", "read_snapshot", "snapshot", "tell_json", "tell_text"]
