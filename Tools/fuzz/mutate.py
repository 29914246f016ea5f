# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Mutations of a small valid file: of its bytes, its words and its structure."""

NUMBERS = [
    b"0", b"-1", b"1e300", b"-1e300", b"1e308", b"1e-320", b"nan", b"inf", b"-inf", b"0x10",
    b"2147483647", b"2147483648", b"-2147483649", b"4294967296", b"9007199254740993",
    b"9223372036854775807", b"-9223372036854775808", b"9223372036854775808",
    b"170141183460469231731687303715884105727", b"1" * 400, b"0." + b"0" * 400 + b"1", b"1,5", b"1_0",
]
WORDS = [
    b"", b" ", b"\n", b"\r", b"\t", b"\0", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\\",
    b'"', b'"""', b"'", b"[", b"]", b"[[", b"[\n", b"[.]", b"[!]", b"{", b"}", b"=", b",", b";", b"#",
    b"<", b">", b"</", b"<!--", b"<![CDATA[", b"&amp;", b"&#0;", b"&#x110000;", b"&x;", b"..",
    b"/etc/passwd", b"../../../../etc/passwd", b"http://127.0.0.1:9/", b"/vsimem/", b"/dev/zero",
    b"=cmd", b"'=1", b"null", b"true", b"all", b"EPSG:4326", b"EPSG:99999999", b"+proj=tmerc",
    "旗".encode(), "\u202e\U0001f411".encode(), b"%s%n", b"a" * 5000, b"{}" * 50, b"0" * 5000,
]
DEEP = [b"[", b"{", b"(", b"{a=", b"<a>", b"<Rule>", b'{"a":', b'[[', b"a.", b"'", b'"']


def splice(data, start, end, new):
    return data[:start] + new + data[end:]


def words_of(data):
    """Places of runs of letters and digits, and of numbers among them."""
    words, numbers, start = [], [], None
    for place in range(len(data) + 1):
        byte = data[place] if place < len(data) else 32
        inside = chr(byte).isalnum() or byte >= 128 or byte in b"_.-+"
        if inside and start is None:
            start = place
        if not inside and start is not None:
            words.append((start, place))
            if any(48 <= b <= 57 for b in data[start:place]):
                numbers.append((start, place))
            start = None
    return words, numbers


def one(data, random):
    """The data with one thing changed."""
    size = len(data)
    kind = random.randrange(13)
    place = random.randrange(size + 1)
    other = min(size, place + random.choice([1, 1, 2, 8, 64, 512]))
    words, numbers = words_of(data) if kind in (5, 6, 7, 8) else ([], [])
    if kind == 0 and size:
        place = random.randrange(size)
        return splice(data, place, place + 1, bytes([data[place] ^ (1 << random.randrange(8))]))
    if kind == 1:
        return splice(data, place, place, bytes([random.randrange(256)]))
    if kind == 2:
        return splice(data, place, other, b"")
    if kind == 3:
        return data[:place]
    if kind == 4:
        return splice(data, place, place, data[place:other] * random.choice([1, 3, 200]))
    if kind == 5 and numbers:
        return splice(data, *random.choice(numbers), random.choice(NUMBERS))
    if kind == 6 and words:
        return splice(data, *random.choice(words), random.choice(WORDS + NUMBERS))
    if kind == 7 and len(words) > 1:
        (a, b), (c, d) = sorted(random.sample(words, 2))
        return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]
    if kind == 8 and words:
        return splice(data, *random.choice(words), random.choice(DEEP) * random.choice([3, 300, 100_000]))
    if kind == 9:
        return splice(data, place, place, random.choice(WORDS))
    if kind == 10:
        return splice(data, place, place, random.choice(DEEP) * random.choice([3, 300, 100_000]))
    lines = data.split(b"\n")
    if kind == 11:
        a, b = random.randrange(len(lines)), random.randrange(len(lines))
        lines[a], lines[b] = lines[b], lines[a]
    else:
        line = random.randrange(len(lines))
        lines[line:line + 1] = [lines[line]] * random.choice([0, 2, 3])
    return b"\n".join(lines)


def mutated(data, random):
    """One to four things changed; most often one, so that the rest is still read."""
    for _ in range(random.choice([1, 1, 1, 2, 4])):
        data = one(data, random)
    return data
