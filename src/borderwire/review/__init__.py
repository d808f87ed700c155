"""Walks a person through what is doubtful, and writes down what they say."""

from borderwire.review.command import of_the_keeper, review, unwritable, walk
from borderwire.review.console import Console
from borderwire.review.lines import list_lines
from borderwire.review.session import Session
from borderwire.review.writing import Writer

__all__ = ["Console", "Session", "Writer", "list_lines", "of_the_keeper", "review", "unwritable", "walk"]
