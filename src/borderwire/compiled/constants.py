"""Declares constants `Final` in what is to be compiled: mypyc keeps these at hand, and asks no dictionary each time."""

from __future__ import annotations

import ast
import re

_CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]+")
_FUTURE = "from __future__ import annotations"


def with_final_constants(source: str) -> str:
    """A module with its constants declared `Final`: what is written in capitals and given one value, at the top level.

    No line is added, so that tracebacks tell the line of the source.
    """
    rows = source.encode().split(b"\n")
    tree = ast.parse(source)
    given = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
    for node in reversed(tree.body):  # from the end, so that what stands before stays where it is
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target = node.targets[0]
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            target = node.target
        else:
            continue
        parts = target.elts if isinstance(target, ast.Tuple) else [target]
        names = [part.id for part in parts if isinstance(part, ast.Name)]
        if names and all(_CONSTANT.fullmatch(name) and given.count(name) == 1 for name in names):
            _declare(rows, source, node, target, names)
    text = b"\n".join(rows).decode()
    return text.replace(_FUTURE, f"{_FUTURE}; from typing import Final", 1)


def _declare(
    rows: list[bytes], source: str, node: ast.Assign | ast.AnnAssign, target: ast.expr, names: list[str]
) -> None:
    if isinstance(node, ast.AnnAssign):
        _replace(rows, node.annotation, f"Final[{_text(source, node.annotation)}]")
    elif not isinstance(target, ast.Tuple):
        _replace(rows, target, f"{names[0]}: Final")
    else:
        _replace(rows, node, _one_by_one(source, names, node.value))


def _one_by_one(source: str, names: list[str], value: ast.expr) -> str:
    """`A, B = value` as statements that give one value each."""
    if isinstance(value, ast.Tuple) and len(value.elts) == len(names):
        values = [_text(source, element) for element in value.elts]
        return "; ".join(f"{name}: Final = {text}" for name, text in zip(names, values, strict=True))
    row = f"{names[0]}_AND_MORE"
    taken = "; ".join(f"{name}: Final = {row}[{at}]" for at, name in enumerate(names))
    return f"{row}: Final = tuple({_text(source, value)}); {taken}"


def _text(source: str, node: ast.expr) -> str:
    return ast.get_source_segment(source, node) or ""


def _replace(rows: list[bytes], node: ast.expr | ast.Assign, text: str) -> None:
    """Put something in the place of a node; one that spans lines stays."""
    if node.end_lineno == node.lineno:
        row = rows[node.lineno - 1]
        rows[node.lineno - 1] = row[: node.col_offset] + text.encode() + row[node.end_col_offset :]
