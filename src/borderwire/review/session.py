"""The walk itself: question after question, one key each, every answer on the disk before the next is asked."""

from __future__ import annotations

from collections.abc import Callable

from borderwire.errors import BorderwireError
from borderwire.model import Archive, Doubt, FactDoubt, Verdict
from borderwire.review.console import Console
from borderwire.review.lines import question, told
from borderwire.review.writing import Writer

_VERDICTS: dict[str, Verdict] = {"s": "same", "d": "different", "u": "unsure"}
_IDENTITY_KEYS = "s same · d different · u unsure · n next · b back · q quit"
_FACT_KEYS = "r right · w wrong · c correct to… · u unsure · n next · b back · q quit"
Item = Doubt | FactDoubt


class Session:
    """One walk through `archive.review`. answered: how many answers stand at the end."""

    def __init__(self, archive: Archive, writer: Writer, console: Console) -> None:
        self._archive = archive
        self._writer = writer
        self._console = console
        self._items = archive.review
        self._written: list[int] = []  # numbers of the questions whose answers stand, in their order
        self._unions: list[tuple[str, str, str]] = []  # verdict and ids of the identities judged here

    @property
    def answered(self) -> int:
        return len(self._written)

    def run(self) -> None:
        """Ask until the list or the person is done."""
        at = 0
        while True:
            if at >= len(self._items):
                step = self._end(at)
                if step is None:
                    return
                at += step
                continue
            item = self._items[at]
            if isinstance(item, Doubt) and at not in self._written and self._settled(item):
                at += 1
                continue
            step = self._ask(at, item)
            if step is None:
                return
            at += step

    def _end(self, at: int) -> int | None:
        """The list is done: the last answer can still be taken back."""
        self._console.show("")
        self._console.show("Nothing more to look at." + (" b back · any other key ends" if self._written else ""))
        return self._back(at) if self._written and self._console.key() == "b" else None

    def _ask(self, at: int, item: Item) -> int | None:
        """How far to go; None to stop."""
        show = self._console.show
        show("")
        show(f"[{at + 1}/{len(self._items)}]  {question(item)}")
        for line in told(self._archive, item):
            show(line)
        keys = _FACT_KEYS if isinstance(item, FactDoubt) else _IDENTITY_KEYS
        show(f"   {keys}")
        while True:
            key = self._console.key()
            if key is None or key == "q":
                return None
            if key in ("n", " ", "\r", "\n"):
                return 1
            if key == "b":
                return self._back(at)
            try:
                done = self._fact(item, key) if isinstance(item, FactDoubt) else self._identity(item, key)
            except BorderwireError as error:
                show(f"   {error}")
                show(f"   {keys}")
                continue
            if done is None:
                show(f"   {keys}")
            elif done:
                self._written.append(at)
                return 1

    def _back(self, at: int) -> int | None:
        """Take the last answer back and ask again; without one, only go back."""
        if not self._written:
            self._console.show("   There is no answer to take back.")
            return -1 if at else 0
        try:
            self._writer.undo()
        except BorderwireError as error:
            self._console.show(f"   Not taken back: {error}")
            return 0
        last = self._written.pop()
        if isinstance(self._items[last], Doubt):
            self._unions.pop()
        self._console.show("   Taken back.")
        return last - at

    def _identity(self, item: Doubt, key: str) -> bool | None:
        verdict = _VERDICTS.get(key)
        if verdict is None:
            return None
        reasons = (
            item.against if verdict == "different" else [reason.text for reason in item.reasons if reason.weight > 0]
        )
        why = self._why("; ".join(reasons[:2]) or "the articles read side by side")
        if why is None:
            return False
        self._writer.judge(item, verdict, why)
        self._unions.append((verdict, item.left, item.right))
        return True

    def _fact(self, item: FactDoubt, key: str) -> bool | None:
        actions: dict[str, Callable[[FactDoubt], bool]] = {
            "r": lambda doubt: self._confirm(doubt, "right"),
            "u": lambda doubt: self._confirm(doubt, "unsure"),
            "w": self._wrong,
            "c": self._correct,
        }
        action = actions.get(key)
        return action(item) if action else None

    def _confirm(self, item: FactDoubt, verdict: str) -> bool:
        self._writer.confirm(item, verdict)
        return True

    def _wrong(self, item: FactDoubt) -> bool:
        if item.value is None:
            self._console.show("   Nothing is read here; say with c what is right.")
            return False
        why = self._why("the text does not say so")
        if why is None:
            return False
        self._writer.correct(item, None, why)
        return True

    def _correct(self, item: FactDoubt) -> bool:
        value = self._console.line("   correct to: ")
        if not value:
            return False
        why = self._why("as the text says")
        if why is None:
            return False
        self._writer.correct(item, value, why)
        return True

    def _why(self, usual: str) -> str | None:
        said = self._console.line(f"   why [{usual}]: ")
        return None if said is None else said or usual

    def _settled(self, item: Doubt) -> bool:
        """What was judged in this session answers this too: A is B, B is C."""
        if item.left == item.right or not self._unions:
            return False
        group = {item.left}
        size = 0
        while len(group) != size:
            size = len(group)
            for verdict, left, right in self._unions:
                if verdict == "same" and (left in group or right in group):
                    group |= {left, right}
        if item.right in group:
            return True
        apart = [(left, right) for verdict, left, right in self._unions if verdict == "different"]
        return any(
            (left in group and right == item.right) or (right in group and left == item.right) for left, right in apart
        )
