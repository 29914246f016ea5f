# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Mutations of a TIFF's structure: its directories, their entries and what they point to."""
import struct

SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
CODES = {1: "B", 3: "H", 4: "I", 6: "b", 8: "h", 9: "i", 11: "f", 12: "d", 13: "I", 16: "Q", 17: "q", 18: "Q"}
INTEGERS = [0, 1, 2, 3, 7, 8, 15, 16, 17, 255, 256, 4096, 32_767, 32_768, 65_535, 65_536, 2 ** 31 - 1, 2 ** 31,
            2 ** 32 - 1, 2 ** 33, 2 ** 63 - 1, 2 ** 64 - 1]
REALS = [0.0, -0.0, 1.0, -1.0, 1e-300, 1e300, 1e308, float("nan"), float("inf"), -float("inf"), 1e-7, 180.0, -1e9]
# What a tag may well be instead.
LIKELY = {
    254: [0, 1, 2, 4, 5], 256: [0, 1, 5, 6, 7, 17, 2 ** 16, 2 ** 31 - 1, 2 ** 32 - 1], 257: None,
    258: [0, 1, 2, 4, 7, 8, 12, 16, 24, 32, 64, 128], 259: [1, 2, 5, 6, 7, 8, 32_773, 34_887, 34_925, 50_000, 50_001],
    262: [0, 1, 2, 3, 4, 5, 6, 8], 277: [0, 1, 2, 3, 4, 255, 65_535], 278: [0, 1, 2, 3, 5, 2 ** 31, 2 ** 32 - 1],
    284: [0, 1, 2, 3], 317: [0, 1, 2, 3, 4], 322: [0, 1, 15, 16, 48, 65_536, 2 ** 31], 323: [0, 1, 15, 16, 48, 2 ** 31],
    338: [0, 1, 2, 5], 339: [0, 1, 2, 3, 4, 5, 6, 7],
}
LIKELY[257] = LIKELY[256]


class Entry:
    def __init__(self, place, tag, kind, count, values):
        self.place, self.tag, self.kind, self.count, self.values = place, tag, kind, count, values


class Structure:
    """Where the parts of a TIFF stand."""

    def __init__(self, data):
        self.order = "<" if data[:2] == b"II" else ">"
        self.is_big = struct.unpack_from(self.order + "H", data, 2)[0] == 43
        self.offset, self.entry = ("Q", "HHQQ") if self.is_big else ("I", "HHII")
        self.entries, self.links = [], [8 if self.is_big else 4]
        at = struct.unpack_from(self.order + self.offset, data, self.links[0])[0]
        seen = set()
        while at and at not in seen and at + 8 < len(data):
            seen.add(at)
            at = self.directory(data, at)

    def directory(self, data, at):
        form = "Q" if self.is_big else "H"
        count = struct.unpack_from(self.order + form, data, at)[0]
        place = at + struct.calcsize(form)
        length = struct.calcsize("=" + self.entry)
        room = struct.calcsize("=" + self.offset)
        for _ in range(min(count, 100)):
            tag, kind, number, value = struct.unpack_from(self.order + self.entry, data, place)
            inline = number * SIZES.get(kind, 1) <= room
            self.entries.append(Entry(place, tag, kind, number, place + length - room if inline else value))
            place += length
        self.links.append(place)
        return struct.unpack_from(self.order + self.offset, data, place)[0]


def put(data, place, form, value):
    size = struct.calcsize(form)
    if not 0 <= place <= len(data) - size:
        return
    if form[-1] not in "fd":
        bits = 8 * size
        value = int(value) % (1 << bits)
        form = form.upper()
    try:
        data[place:place + size] = struct.pack(form, value)
    except OverflowError:
        pass


def one(data, structure, dice):
    order, size = structure.order, len(data)
    entry = dice.choice(structure.entries)
    kind = dice.randrange(12)
    if kind < 4:
        # One of an entry's values.
        code = CODES.get(entry.kind)
        if code is None:
            # Text or bytes.
            place = entry.values + dice.randrange(max(1, entry.count))
            put(data, place, "B", dice.choice(b"\0\xff0-.<>&eninf%9"))
            return
        place = entry.values + dice.randrange(max(1, min(entry.count, 64))) * SIZES[entry.kind]
        likely = LIKELY.get(entry.tag)
        value = dice.choice(REALS if code in "fd" else likely if likely and dice.random() < 0.8 else
                            [*INTEGERS, size - 1, size, size + 1, entry.place, dice.randrange(size)])
        put(data, place, order + code, value)
    elif kind == 4:
        put(data, entry.place, order + "H", dice.choice([*LIKELY, 273, 279, 324, 325, 347, 330, 33550, 33922, 34264,
                                                         34735, 34736, 34737, 42112, 42113, 0, 65_535]))
    elif kind == 5:
        put(data, entry.place + 2, order + "H", dice.choice([*SIZES, 0, 14, 65_535]))
    elif kind == 6:
        put(data, entry.place + 4, order + structure.offset, dice.choice(INTEGERS))
    elif kind == 7:
        other = dice.choice(structure.entries)
        length = 20 if structure.is_big else 12
        one_, two = data[entry.place:entry.place + length], data[other.place:other.place + length]
        data[entry.place:entry.place + length] = two
        if dice.random() < 0.5:
            data[other.place:other.place + length] = one_
    elif kind == 8:
        # Directories in circles, or elsewhere.
        put(data, dice.choice(structure.links), order + structure.offset,
            dice.choice([0, 8, size - 2, size, dice.randrange(size), *[e.place - 2 for e in structure.entries[:1]]]))
    elif kind == 9:
        place = dice.randrange(size)
        for i in range(place, min(size, place + dice.choice([1, 2, 16, 200]))):
            data[i] = dice.randrange(256)
    elif kind == 10:
        del data[dice.randrange(size):]
    else:
        place = dice.randrange(size)
        data[place] ^= 1 << dice.randrange(8)


def mutated(valid, dice):
    """One to five things of a valid file's structure changed."""
    structure, data = Structure(valid), bytearray(valid)
    for _ in range(dice.choice([1, 1, 2, 3, 5])):
        if len(data) < 16:
            break
        one(data, structure, dice)
    return bytes(data)
