"""What several test modules share: a small archive folder with invented texts."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

# Tests are about the sources, here and in the processes that they start; tests/test_compiled.py shows that compiled
# modules do the same. With BORDERWIRE_COMPILED=1 all run on these. Nothing of borderwire is imported before this.
os.environ.setdefault("BORDERWIRE_COMPILED", "0")

TALKS = """An ninh biên giới

Công an hai tỉnh Hà Tĩnh - Khăm Muộn hội đàm

Sáng 14/3/2023, tại thành phố Hà Tĩnh, Công an tỉnh Hà Tĩnh (Việt Nam) và Công an tỉnh Khăm Muộn (Lào) tổ chức hội đàm \
thường niên. Đại tá Trịnh Quốc Bảo, Giám đốc Công an tỉnh Hà Tĩnh và Đại tá Bun Thoong Xay Nha Vông, Giám đốc Công an \
tỉnh Khăm Muộn đồng chủ trì.

Hai bên đã phối hợp bắt giữ 4 vụ, 6 đối tượng mua bán trái phép chất ma túy.

Đại diện Công an hai tỉnh ký kết biên bản ghi nhớ năm 2023. Ảnh: L.K

Thu Hạnh
"""

GATE = """Bộ đội Biên phòng tặng quà lực lượng bảo vệ biên giới Lào

Ngày 2/4/2024, Đồn Biên phòng cửa khẩu quốc tế Cầu Treo, Bộ đội Biên phòng tỉnh Hà Tĩnh tặng 20 suất quà cho \
lực lượng bảo vệ biên giới tỉnh Bôlykhămxay (Lào). Trung tá Phan Đức Lộc, Đồn trưởng Đồn Biên phòng cửa khẩu quốc tế \
Cầu Treo trao quà.
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder with `seeds/` that holds two invented texts."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "talks.txt").write_text(TALKS, encoding="utf-8")
    (seeds / "gate.txt").write_text(GATE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def tree() -> Callable[[Path], dict[str, bytes]]:
    """Every file below a folder, by relative path."""

    def read(folder: Path) -> dict[str, bytes]:
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    return read
