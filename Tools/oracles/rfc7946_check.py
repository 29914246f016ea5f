#!/usr/bin/env python3
# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Checks GeoJSON files against RFC 7946, one line a fault; exit status 1 where there is any.

    rfc7946_check.py [--decimals 7] FILE…

Structure (sections 3, 7), no `crs` member (4), longitude and latitude in range (4), at most seven
decimals (11.2 advises restraint), closed rings of four positions and more (3.1.6), outer rings
counter-clockwise and holes clockwise (3.1.6), bounding boxes that hold (5), and validity by GEOS.
"""
import argparse
import json
import sys
from decimal import Decimal

import shapely
from shapely.geometry import shape

DEPTH = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2,
         "MultiPolygon": 3}
# Members that one type of object has and another must not (section 7.1).
FOREIGN = {"Feature": ("coordinates", "geometries", "features"),
           "FeatureCollection": ("coordinates", "geometries", "geometry", "properties")}


class Checker:
    def __init__(self, decimals):
        self.decimals, self.faults = decimals, []

    def fault(self, where, what):
        self.faults.append(f"{where}: {what}")

    def position(self, where, p):
        if not isinstance(p, list) or not 2 <= len(p) <= 3:
            return self.fault(where, f"a position has two or three numbers, not {p!r}")
        for value in p:
            if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
                return self.fault(where, f"{value!r} is not a number")
            places = -Decimal(value).normalize().as_tuple().exponent
            if places > self.decimals:
                self.fault(where, f"{value} has {places} decimals, more than {self.decimals}")
        if not (-180 <= p[0] <= 180 and -90 <= p[1] <= 90):
            self.fault(where, f"({p[0]}, {p[1]}) is not longitude, latitude in degrees")

    def positions(self, where, c, depth):
        if depth == 0:
            return self.position(where, c)
        if not isinstance(c, list):
            return self.fault(where, "coordinates are not an array")
        for i, part in enumerate(c):
            self.positions(f"{where}[{i}]", part, depth - 1)

    def rings(self, where, polygon):
        if not polygon:
            return
        for i, ring in enumerate(polygon):
            at = f"{where}[{i}]"
            if len(ring) < 4:
                self.fault(at, f"a ring has four positions or more, not {len(ring)}")
            elif ring[0] != ring[-1]:
                self.fault(at, "the ring is not closed")
            else:
                # Exact: twice the signed area, in decimals.
                twice = sum(Decimal(a[0]) * Decimal(b[1]) - Decimal(b[0]) * Decimal(a[1])
                            for a, b in zip(ring, ring[1:]))
                if twice == 0:
                    self.fault(at, "the ring has no area")
                elif (twice > 0) != (i == 0):
                    self.fault(at, "the ring winds the wrong way (right-hand rule)")

    def geometry(self, where, g):
        if g is None:
            return
        kind = g.get("type") if isinstance(g, dict) else None
        if kind == "GeometryCollection":
            for i, part in enumerate(g.get("geometries", [])):
                self.geometry(f"{where}.geometries[{i}]", part)
            return
        if kind not in DEPTH:
            return self.fault(where, f"unknown geometry type {kind!r}")
        if "coordinates" not in g:
            return self.fault(where, "no coordinates")
        for foreign in ("geometry", "properties", "features", "crs"):
            if foreign in g:
                self.fault(where, f"a geometry has no member '{foreign}'")
        before = len(self.faults)
        self.positions(f"{where}.coordinates", g["coordinates"], DEPTH[kind])
        if len(self.faults) > before and any("number" in f for f in self.faults[before:]):
            return
        polygons = {"Polygon": [g["coordinates"]], "MultiPolygon": g["coordinates"]}.get(kind, [])
        for i, polygon in enumerate(polygons):
            self.rings(f"{where}.coordinates" + (f"[{i}]" if kind != "Polygon" else ""), polygon)
        try:
            built = shape(json.loads(json.dumps(g, default=float)))
            if not built.is_valid:
                self.fault(where, f"not valid: {shapely.is_valid_reason(built)}")
        except (ValueError, shapely.errors.ShapelyError) as error:
            self.fault(where, f"not a geometry: {error}")

    def box(self, where, thing):
        if "bbox" not in thing:
            return
        box = thing["bbox"]
        if not isinstance(box, list) or len(box) not in (4, 6):
            self.fault(where, "bbox has four or six numbers")
        elif box[1] > box[len(box) // 2 + 1]:
            self.fault(where, "bbox has its south above its north")

    def feature(self, where, f):
        if not isinstance(f, dict) or f.get("type") != "Feature":
            return self.fault(where, "not a Feature")
        for member in ("geometry", "properties"):
            if member not in f:
                self.fault(where, f"no member '{member}'")
        if not isinstance(f.get("properties"), (dict, type(None))):
            self.fault(where, "properties are neither an object nor null")
        if "id" in f and (isinstance(f["id"], bool)
                          or not isinstance(f["id"], (str, int, Decimal))):
            self.fault(where, "id is neither a string nor a number")
        for foreign in FOREIGN["Feature"] + ("crs",):
            if foreign in f:
                self.fault(where, f"a Feature has no member '{foreign}'")
        self.box(where, f)
        self.geometry(f"{where}.geometry", f.get("geometry"))

    def document(self, text):
        def no_duplicates(pairs):
            keys = [k for k, _ in pairs]
            for key in {k for k in keys if keys.count(k) > 1}:
                self.fault("document", f"'{key}' is given twice in one object")
            return dict(pairs)

        def no_constant(name):
            raise ValueError(f"{name} is not JSON")
        try:
            top = json.loads(text, parse_float=Decimal, parse_constant=no_constant,
                             object_pairs_hook=no_duplicates)
        except ValueError as error:
            return self.fault("document", f"not JSON: {error}")
        if not isinstance(top, dict):
            return self.fault("document", "not an object")
        if "crs" in top:
            self.fault("document", "has a 'crs' member; RFC 7946 knows WGS 84 only")
        self.box("document", top)
        kind = top.get("type")
        if kind == "FeatureCollection":
            for foreign in FOREIGN["FeatureCollection"]:
                if foreign in top:
                    self.fault("document", f"a FeatureCollection has no member '{foreign}'")
            if not isinstance(top.get("features"), list):
                return self.fault("document", "features are not an array")
            for i, f in enumerate(top["features"]):
                self.feature(f"features[{i}]", f)
        elif kind == "Feature":
            self.feature("document", top)
        else:
            self.geometry("document", top)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--decimals", type=int, default=7)
    given = parser.parse_args()
    bad = False
    for path in given.files:
        with open(path, "rb") as file:
            raw = file.read()
        checker = Checker(given.decimals)
        try:
            text = raw.decode("utf-8")
            if text.startswith("\ufeff"):
                checker.fault("document", "begins with a byte order mark")
                text = text[1:]
            checker.document(text)
        except UnicodeDecodeError as error:
            checker.fault("document", f"not UTF-8: {error}")
        for fault in checker.faults[:50]:
            print(f"{path}: {fault}", file=sys.stderr)
        if checker.faults:
            bad = True
            print(f"{path}: {len(checker.faults)} faults", file=sys.stderr)
        else:
            print(f"{path}: RFC 7946")
    sys.exit(bad)


if __name__ == "__main__":
    main()
