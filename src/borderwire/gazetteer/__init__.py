"""Names of provinces, ranks, offices, bodies, documents and events, as data, and the matcher that finds them."""

from borderwire.gazetteer.load import Gazetteer, load_gazetteer
from borderwire.gazetteer.matcher import Entry, Hit, Matcher

__all__ = ["Entry", "Gazetteer", "Hit", "Matcher", "load_gazetteer"]
