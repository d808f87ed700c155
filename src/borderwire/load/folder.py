"""The folder of source texts."""

from __future__ import annotations

from pathlib import Path

from borderwire.errors import Problem
from borderwire.load.plain import parse_text
from borderwire.model import Article


def load_articles(seeds: Path, *, root: Path) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Every source below `seeds`, in sorted order, and the problems of files that gave no article."""
    return tuple(load_article(path, root=root) for path in sorted(seeds.rglob("*.txt"))), ()


def load_article(path: Path, *, root: Path) -> Article:
    """One source file as an article."""
    return parse_text(path.read_bytes(), path.absolute().relative_to(root.absolute()).as_posix())
