# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Mutations of a GeoPackage: its catalogue, its tables, its geometries, and the bytes of its pages."""
import sqlite3
import struct

import mutate

COORDINATES = [0.0, -1.0, 1e300, -1e308, float("nan"), float("inf"), 109.0, 39.0, 90.0000001, 180.0, 5e-324]
COUNTS = [0, 1, 2, 3, 4, 5, 1000, 2 ** 16, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1]
TYPES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 15, 16, 17, 1003, 2006, 3007, 2 ** 31 + 3, 2 ** 32 - 1]
TEXTS = ["", " ", "\0", "'", '"', "a\nb", "=1+1", "\u202e", "x" * 100_000, "../../etc/passwd", "%s", "NULL"]
# What a layer may be instead of a table; rows without end stop at a hundred thousand.
VIEWS = [
    "SELECT fid, geom, id, name FROM {0}_rows",
    "SELECT a.fid, a.geom, a.id, a.name FROM {0}_rows a, {0}_rows b, {0}_rows c",
    "SELECT 1 AS fid, geom, id, name FROM {0}_rows UNION ALL SELECT 1, geom, id, name FROM {0}_rows",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000) "
    "SELECT i AS fid, geom, id, name FROM n, {0}_rows",
    "SELECT fid, zeroblob(100000000) AS geom, id, name FROM {0}_rows",
    "SELECT fid, geom, load_extension('x') AS id, name FROM {0}_rows",
    "SELECT * FROM {0}",
]


def blob(valid, dice):
    """A geometry changed: GeoPackage's head, then well-known binary."""
    data = bytearray(valid)
    envelope = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}.get(data[3] >> 1 & 7, 0)
    body = 8 + envelope
    kind = dice.randrange(11)
    if kind == 0:
        data[dice.randrange(4)] = dice.randrange(256)
    elif kind == 1:
        struct.pack_into("<i", data, 4, dice.choice([0, -1, 1, 3857, 99_999, 2 ** 31 - 1]))
    elif kind == 2 and envelope:
        struct.pack_into("<d", data, 8 + 8 * dice.randrange(envelope // 8), dice.choice(COORDINATES))
    elif kind == 3:
        data[body] = dice.choice([0, 2, 255])
    elif kind == 4:
        struct.pack_into("<I", data, body + 1, dice.choice(TYPES))
    elif kind == 5:
        # A count of polygons, rings or points; they stand at these places of a simple geometry.
        place = dice.choice([p for p in (body + 5, body + 9, body + 14, body + 18) if p + 4 <= len(data)])
        struct.pack_into("<I", data, place, dice.choice(COUNTS))
    elif kind == 6:
        place = len(data) - 8 * dice.randrange(1, (len(data) - body) // 8)
        struct.pack_into("<d", data, place, dice.choice(COORDINATES))
    elif kind == 7:
        del data[dice.randrange(len(data)):]
    elif kind == 8:
        # Collections in collections.
        depth = dice.choice([2, 30, 33, 1000, 20_000])
        data[body:body] = struct.pack("<BII", 1, 7, 1) * depth
    elif kind == 9:
        # Many corners, on a circle of a hundredth of a degree or all in one place.
        count = dice.choice([3, 4, 100_000])
        ring = [(109.01 + (i % 7) / 1000, 39.01 + (i % 11) / 1000) for i in range(count)]
        points = b"".join(struct.pack("<2d", *p) for p in ring + ring[:1])
        data[body:] = struct.pack("<BIII", 1, 3, 1, count + 1) + points
    else:
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return bytes(data)


def one(base, table, dice):
    kind = dice.randrange(12)
    quoted = lambda text: "'" + text.replace("'", "''").replace("\0", "") + "'"  # noqa: E731
    if kind < 4:
        rows = base.execute(f"SELECT fid, geom FROM {table}").fetchall()
        fid, geometry = dice.choice(rows)
        if isinstance(geometry, bytes) and len(geometry) > 30:
            base.execute(f"UPDATE {table} SET geom = ? WHERE fid = ?", (blob(geometry, dice), fid))
    elif kind == 4:
        value = dice.choice(["NULL", "''", "1", "zeroblob(5)", "zeroblob(100000)", "'POLYGON((0 0,1 1,1 0,0 0))'"])
        base.execute(f"UPDATE {table} SET geom = {value}")
    elif kind == 5:
        column = dice.choice(["id", "name"])
        value = dice.choice(["NULL", "zeroblob(10)", "1e999", "-9223372036854775808", *map(quoted, TEXTS)])
        base.execute(f"UPDATE {table} SET {column} = {value}")
    elif kind == 6:
        column, values = dice.choice([
            ("data_type", ["tiles", "attributes", "2d-gridded-coverage", "x", None]),
            ("table_name", ["none", "gpkg_contents", "sqlite_master", "a'b", ""]), ("srs_id", [0, -1, 99_999, None]),
            ("min_x", [float("inf"), "x", None]), ("last_change", ["yesterday", ""]), ("identifier", TEXTS)])
        base.execute(f"UPDATE gpkg_contents SET {column} = ?", (dice.choice(values),))
    elif kind == 7:
        column, values = dice.choice([
            ("column_name", ["none", "fid", "id", "a'b"]), ("geometry_type_name", ["POINT", "CURVE", "x", ""]),
            ("srs_id", [0, -1, 99_999]), ("z", [1, 2, 7, -1]), ("m", [1, 2, 7, -1])])
        base.execute(f"UPDATE gpkg_geometry_columns SET {column} = ?", (dice.choice(values),))
    elif kind == 8:
        words = base.execute("SELECT definition FROM gpkg_spatial_ref_sys WHERE srs_id = 4326").fetchone()
        changed = mutate.mutated(words[0].encode(), dice).decode("utf-8", "replace") if words else ""
        base.execute(dice.choice([
            "DELETE FROM gpkg_spatial_ref_sys", "UPDATE gpkg_spatial_ref_sys SET organization_coordsys_id = 99999999",
            f"UPDATE gpkg_spatial_ref_sys SET definition = {quoted(changed)}, organization = 'NONE'"]))
    elif kind == 9:
        base.execute(dice.choice([
            f"ALTER TABLE {table} RENAME COLUMN id TO \"a'b\"", f"ALTER TABLE {table} RENAME COLUMN geom TO shape",
            f"ALTER TABLE {table} DROP COLUMN name", "DROP TABLE gpkg_geometry_columns", "DROP TABLE gpkg_contents",
            "DROP TABLE IF EXISTS gpkg_ogr_contents", f"DELETE FROM {table}", "PRAGMA application_id = 7",
            "PRAGMA user_version = 2147483647", f"ALTER TABLE {table} ADD COLUMN \"{'x' * 2000}\" TEXT",
            "UPDATE gpkg_ogr_contents SET feature_count = 9223372036854775807"]))
    elif kind == 10:
        base.execute(f"ALTER TABLE {table} RENAME TO {table}_rows")
        base.execute(f"CREATE VIEW {table} AS " + dice.choice(VIEWS).format(table))
    else:
        for i in range(dice.choice([10, 1000])):
            base.execute(f"CREATE TABLE t{i} (fid INTEGER PRIMARY KEY, geom BLOB)")
            base.execute("INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) "
                         "VALUES (?, 'features', ?, 4326)", (f"t{i}", f"t{i}"))


def mutated(valid, dice):
    """One to four things of a valid file changed, and sometimes bytes of its pages."""
    base = sqlite3.connect(":memory:", isolation_level=None)
    base.deserialize(valid)
    # Changes go past the triggers that keep the file's own indices.
    for name, in base.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        base.execute(f'DROP TRIGGER "{name}"')
    for _ in range(dice.choice([1, 1, 2, 4])):
        try:
            one(base, "zones", dice)
        except (sqlite3.Error, struct.error, IndexError, ValueError):
            pass
    data = bytearray(base.serialize())
    if dice.random() < 0.2:
        for _ in range(dice.choice([1, 4, 30])):
            data[dice.randrange(len(data))] = dice.randrange(256)
    if dice.random() < 0.05:
        del data[dice.randrange(len(data)):]
    return bytes(data)
