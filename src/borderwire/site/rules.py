"""What the rules of the extractor look for, in the page's language.

A rule has a name, which records and their readers know it by, and here a line for people: what stands in the text
where it finds something.
"""

from __future__ import annotations

from borderwire.site.languages import Language
from borderwire.site.names import Names

_COUNTED = "counted-"
# The rules for people are named by the order of what stands there: "rank name, office".
_PARTS = {"office": "office", "honorific": "form of address", "rank": "rank", "name": "name of a person"}

RULES = {
    # Dates.
    "day": "a day of which something is told",
    "month": "a month of which something is told",
    "telling-verb": "a day, and what happened told with it",
    "reporting": "the day on which somebody told of it",
    "press-meeting": "the day of a meeting with the press",
    "before-that": "a day told as the one before",
    "coming": "a day told as still to come",
    "will": "what is told of the day is still to come",
    "was-signed": "the day on which something was signed",
    "just-issued": "the day of a paper that was just issued",
    "signed-on": "the day on which a paper was signed",
    "paper-date": "the day of a paper",
    "paper-number": "the day of a paper with its number",
    "minutes-date": "the day of minutes",
    "report-day": "the day on which somebody told what had just been done",
    "year-only": "a year and no day",
    "feature": "words of a feature, and none of news",
    "today": "“today” in a text with a stamp",
    "weekend": "“weekend” in a text with a stamp",
    "stamp-swapped": "a stamp with day and month the other way round",
    "stamp-line": "a line that stamps the page",
    "stamp-word": "a word of publishing beside the date",
    "metadata": "the article's own metadata",
    # Kinds of events, places of events, series.
    "event-word": "a word for the kind of event",
    "after-tại": "the place after the word for “at”",
    "ordinal": "the number of the meeting, as told",
    "announced": "the next meeting, as announced",
    "since": "the meeting before, from which the text counts",
    "neighbours": "the meetings before and after it",
    # Provinces and border gates.
    "name": "the name as it is listed",
    "titled name": "the name after a word for provinces or cities",
    "in capitals, named elsewhere": "the name in capitals, written out elsewhere in the text",
    "tones misspelt": "the name with other tone marks",
    "one letter misspelt": "the name with one letter written otherwise",
    "unlisted spelling": "a spelling that sounds like a listed name",
    "unlisted spelling in a list": "a spelling that sounds like a listed name, among names of provinces",
    "misspelt Lao name": "a name in Laos, misspelt",
    "unlisted spelling before Laos": "a spelling that sounds like a listed name, before the word for Laos",
    "run together with the next word": "the name run together with the next word",
    "name of several places": "a name of several places, settled by what stands beside it",
    "name after a word for gates": "the name after a word for border gates",
    # Officials; the others are told by their parts.
    "one rank or office for several names": "one rank or office for several names",
    "counterpart": "a name beside that of the other side's official",
    # Documents.
    "signed at the event": "told as signed at the event",
    "signed on the event's day": "signed on the day of the event",
    "settled and signed": "told as settled and signed",
    "signed, told of the document": "told of the document that it was signed",
    "just signed": "told as just signed",
    "adopted": "told as adopted",
    "to be adopted": "told as to be adopted",
    "handed to each other": "told as handed to each other",
    "to be handed to each other": "told as to be handed to each other",
    "to be signed": "told as to be signed",
    "to be put before those who sign": "to be put before those who sign",
    "being drafted or negotiated": "told as being drafted or negotiated",
    "approved by one side": "told as approved by one side",
    "carried out or referred to": "told as carried out or referred to",
    "in force": "told as in force",
    "in force since": "told as in force since a day",
    "on another day": "signed on another day",
    "signed last year": "told as signed last year",
    "told as signed already": "told as signed already",
    "told as past": "told as past",
    "told of a whole year": "told of a whole year",
    "an anniversary of the signing": "an anniversary of the signing",
    "the signing as such": "the signing as such, not whether it was done",
    "one of many signed": "one of many that were signed",
    "what states have signed, not here": "signed by the states, and not here",
    "goes on with what was told as past": "goes on with what was told as past",
    "since then": "told as signed before what has been done since",
    "from the history of relations": "told of the history of relations",
    "there is one": "told as being there already",
    "the frame of what is done": "the frame of what is told as done",
    "to be signed and carried out": "told as to be signed and carried out",
    "issued on the visit": "told as issued on the visit",
    "named in full": "named in full",
    "named in the list": "named in a list of documents",
    # The rest.
    "handed-over": "told as handed over",
    "head of delegation": "the head of a delegation is named",
    "delegation of a body": "told as the delegation of a body",
    "keeper": "entered by the keeper of the archive",
}  # fmt: skip
COUNTED = "a number with what it counts: %(kind)s"
RULE_WORDS = (*RULES.values(), *_PARTS.values(), COUNTED)


def rule_words(names: Names, rule: str) -> str:
    """What the rule looks for; "" where nothing is known but its name."""
    language: Language = names.language
    if rule in RULES:
        return language.gettext(RULES[rule])
    if rule.startswith(_COUNTED):
        return language.gettext(COUNTED) % {"kind": names.figure(rule.removeprefix(_COUNTED))}
    parts = rule.replace(",", "").split()
    return " + ".join(language.gettext(_PARTS[part]) for part in parts) if set(parts) <= _PARTS.keys() else ""
