# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Makes a failing group small, so that a person can see what is wrong with it."""
import copy


def candidates(group):
    """Smaller groups, the boldest first."""
    zones = group["zones"]
    if len(zones) > 1:
        for half in (zones[:len(zones) // 2], zones[len(zones) // 2:], *[[zone] for zone in zones]):
            yield {**group, "zones": half}
    for i, zone in enumerate(zones):
        for parts in smaller_parts(zone["parts"]):
            changed = copy.copy(zones)
            changed[i] = {**zone, "parts": parts}
            yield {**group, "zones": changed}
    yield from smaller_rasters(group)


def smaller_parts(parts):
    for i in range(len(parts)):
        if len(parts) > 1:
            yield parts[:i] + parts[i + 1:]
        for j in range(1, len(parts[i])):
            yield parts[:i] + [parts[i][:j] + parts[i][j + 1:]] + parts[i + 1:]
        for j, ring in enumerate(parts[i]):
            for k in range(len(ring) - 1 if len(ring) > 4 else 0):
                corners = ring[:-1]
                del corners[k]
                rings = parts[i][:j] + [corners + corners[:1]] + parts[i][j + 1:]
                yield parts[:i] + [rings] + parts[i + 1:]


def smaller_rasters(group):
    if "values" in group:
        yield {key: value for key, value in group.items() if key != "values"}
        # The quantities' cells would have to be cut alike.
        return
    cells = group["codes"]
    height, width = len(cells), len(cells[0])
    c0, a, b, f0, d, e = group["transform"]
    for rows, columns in [((height + 1) // 2, width), (height, (width + 1) // 2), (height - 1, width),
                          (height, width - 1)]:
        if 0 < rows <= height and 0 < columns <= width and (rows, columns) != (height, width):
            yield {**group, "codes": [row[:columns] for row in cells[:rows]]}
    if height > 1:
        yield {**group, "codes": cells[1:], "transform": [c0 + b, a, b, f0 + e, d, e]}
    if width > 1:
        yield {**group, "codes": [row[1:] for row in cells], "transform": [c0 + a, a, b, f0 + d, d, e]}
    if group["type"] != "uint8" or group["nodata"] is not None:
        yield {**group, "type": "uint8", "nodata": None, "codes": [[1] * width for _ in cells]}
    if any(code != cells[0][0] for row in cells for code in row):
        yield {**group, "codes": [[cells[0][0]] * width for _ in cells]}
    if group["tiled"]:
        yield {**group, "tiled": False}


def shrunk(group, fails, most=400):
    """The smallest group that still fails, as far as so many trials find it."""
    while most > 0:
        for candidate in candidates(group):
            most -= 1
            if fails(candidate):
                group = candidate
                break
            if most <= 0:
                break
        else:
            break
    return group
