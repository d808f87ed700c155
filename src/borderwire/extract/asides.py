"""Captions that nothing marks as such: a paragraph printed twice is one, and tells of a photo, maybe an old one."""

from __future__ import annotations

from borderwire.extract.doc import Doc
from borderwire.extract.position import ASIDE

_FIRST_BLOCKS, _LONGEST = 8, 300  # blocks from the top that are looked at; characters of a caption
_MEMO = "twice"
_OLD = ("tư liệu", "lưu trữ")


def stands_aside(doc: Doc, token: int) -> bool:
    """The token stands in a caption, in page furniture, or in a short paragraph that comes again."""
    return doc.article.blocks[doc.block[token]].kind in ASIDE or comes_twice(doc, token)


def comes_twice(doc: Doc, token: int) -> bool:
    """The token stands in a short paragraph of the top that is printed again, or in the copy."""
    number = doc.block[token]
    block = doc.article.blocks[number]
    copies: dict[int, int] = doc.memo.setdefault(_MEMO, {})  # where the copy of a block stands, or -1
    if any(block.start <= copy < block.end for copy in copies.values()):
        return True
    if number > _FIRST_BLOCKS:
        return False
    if number not in copies:
        written = doc.text[block.start : block.end].strip()
        copies[number] = doc.text.find(written, block.end) if 0 < len(written) < _LONGEST else -1
    return copies[number] >= 0


def is_from_archive(doc: Doc, token: int) -> bool:
    """The caption of an old photo: "Ảnh tư liệu: ...", "(ảnh lưu trữ)"."""
    block = doc.article.blocks[doc.block[token]]
    if block.kind not in ASIDE or block.end - block.start > _LONGEST:
        return False
    return any(word in doc.text[block.start : block.end].lower() for word in _OLD)
