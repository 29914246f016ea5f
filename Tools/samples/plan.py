# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""What the synthetic land is to hold: areas per banner, sand and its treatment, flows. All km².

The figures are invented. They are set so that the city comes near the plan's targets of 2020
(forest coverage a little above, grassland cover a little below, and so on). To add a quantity,
add it here, lay it out in landscape.py or signals.py and measure it in truth.py.
"""
from dataclasses import dataclass, field

KUBUQI, MU_US = 0, 1
DESERTS = ("kubuqi", "mu_us")


@dataclass
class Banner:
    name: str
    area: float
    forest: float      # forest coverage in 2020, a fraction
    built: tuple       # 51 town, 52 village, 53 mine and industry in 2020
    rain: float        # mean annual precipitation, mm: decides whether shrub is special


# In the order of their adcodes; the areas are rounded and only steer the layout.
BANNERS = [
    Banner("东胜区", 2151.1, 0.309, (114, 19, 57), 375),
    Banner("康巴什区", 372.95, 0.340, (64, 4, 7), 355),
    Banner("达拉特旗", 8238.5, 0.254, (80, 92, 58), 310),
    Banner("准格尔旗", 7556.7, 0.345, (82, 66, 182), 390),
    Banner("鄂托克前旗", 12213.5, 0.285, (23, 30, 22), 265),
    Banner("鄂托克旗", 20358.8, 0.247, (63, 45, 72), 250),
    Banner("杭锦旗", 18817.3, 0.205, (30, 45, 25), 245),
    Banner("乌审旗", 11663.5, 0.335, (32, 31, 27), 345),
    Banner("伊金霍洛旗", 5481.0, 0.365, (56, 32, 72), 360),
]
NAMES = [b.name for b in BANNERS]

# Areas in 2020, one column a banner in the order above.
IN_2020 = {
    11: (0, 0, 40, 10, 0, 0, 25, 0, 0),
    12: (45, 4, 920, 320, 340, 190, 535, 250, 90),
    21: (130, 24, 560, 760, 170, 190, 340, 330, 390),
    23: (30, 5, 90, 110, 60, 80, 80, 90, 55),
    24: (40, 8, 120, 140, 100, 150, 140, 120, 82),
    41: (6, 3, 95, 85, 5, 45, 115, 30, 16),
    42: (2, 2, 25, 5, 30, 105, 85, 130, 36),
    43: (6, 8, 20, 25, 8, 14, 12, 16, 16),
    46: (0, 0, 130, 40, 0, 25, 150, 10, 5),
    64: (4, 2, 90, 25, 90, 130, 130, 200, 40),
    62: (0, 0, 0, 0, 0, 700, 350, 0, 0),
    63: (0, 0, 0, 0, 60, 90, 90, 0, 0),
    65: (20, 0, 20, 90, 0, 60, 0, 0, 20),
    66: (0, 0, 0, 30, 0, 180, 0, 0, 0),
}


@dataclass
class Sand:
    """Sand of one desert in one banner in 2015, and what becomes of it until 2020."""
    desert: int
    zone: int
    mobile: float
    semi: float
    fixed: float
    treatment: float       # share of mobile and semi-fixed sand that is fixed or vegetated by 2020
    to_built: float = 0.0  # solar plants: neither sand nor vegetation
    becomes: dict = field(default_factory=dict)

    @property
    def treated(self):
        return (self.mobile + self.semi) * self.treatment

    @property
    def mobile_to_semi(self):
        return self.mobile * (1 - self.treatment) * (0.18 if self.desert == KUBUQI else 0.25)

    @property
    def fixed_to_semi(self):
        return 0.03 * self.fixed

    @property
    def semi_to_mobile(self):
        return 0.01 * self.semi


KUBUQI_BECOMES = {61: 0.30, 22: 0.24, 30: 0.445, 12: 0.015}
MU_US_BECOMES = {61: 0.30, 22: 0.28, 30: 0.41, 12: 0.01}
SANDS = [
    Sand(KUBUQI, 6, 4300, 2350, 500, 0.265, 12, KUBUQI_BECOMES),
    Sand(KUBUQI, 2, 900, 650, 300, 0.50, 8, KUBUQI_BECOMES),
    Sand(KUBUQI, 3, 60, 190, 90, 0.62, 0, KUBUQI_BECOMES),
    Sand(KUBUQI, 5, 180, 120, 40, 0.20, 0, KUBUQI_BECOMES),
    Sand(MU_US, 7, 420, 900, 700, 0.775, 0, MU_US_BECOMES),
    Sand(MU_US, 4, 260, 760, 500, 0.745, 0, MU_US_BECOMES),
    Sand(MU_US, 5, 180, 520, 500, 0.710, 0, MU_US_BECOMES),
    Sand(MU_US, 8, 30, 130, 120, 0.840, 0, MU_US_BECOMES),
]

# City totals of the other changes, shared out by what the last column names, in 2020.
FLOWS = [
    (22, 53, 85, "built"), (22, 51, 35, "built"), (30, 53, 50, "built"), (30, 51, 40, "built"),
    (12, 52, 30, "cropland"), (21, 51, 15, "built"),
    (22, 30, 300, "shrub"), (30, 22, 180, "shrub"), (24, 21, 60, "trees"),
    (12, 30, 40, "cropland"), (12, 22, 25, "cropland"),
    (30, 64, 18, "marsh"), (42, 46, 6, "lakes"), (30, 43, 4, "reservoirs"),
]

# Where water, towns and mines are drawn, longitude and latitude.
TOWNS = [(109.99, 39.82), (109.79, 39.60), (110.04, 40.41), (111.24, 39.87), (107.48, 38.18),
         (107.98, 39.09), (108.73, 39.83), (108.84, 38.60), (109.75, 39.56), (106.85, 39.95)]
MINES = [(110.15, 39.45), (110.05, 39.75), (110.85, 39.75), (111.15, 39.65), (109.60, 39.40),
         (107.10, 39.35), (109.20, 38.95), (109.5, 40.2), (108.3, 39.9), (107.2, 38.7)]
STREAMS = [
    [(109.10, 40.05), (109.12, 40.40)], [(109.42, 39.98), (109.45, 40.48)],
    [(109.75, 39.97), (109.78, 40.50)], [(110.05, 40.02), (110.02, 40.50)],
    [(110.35, 40.00), (110.42, 40.42)], [(109.65, 39.75), (109.85, 39.58), (110.20, 39.25)],
    [(110.55, 39.75), (110.50, 39.30)], [(110.95, 39.85), (111.05, 39.42)],
    [(108.45, 37.85), (108.75, 37.80), (108.95, 38.00)], [(108.95, 38.85), (109.25, 38.60)],
    [(107.90, 39.10), (107.45, 39.00), (107.00, 39.05)], [(107.3, 38.2), (107.7, 38.0)],
    [(108.7, 39.8), (108.9, 40.1), (108.85, 40.4)],
]


def shares(by):
    """How a city total is shared among the banners."""
    column = {
        "built": [sum(b.built) for b in BANNERS],
        "cropland": IN_2020[12], "trees": IN_2020[24], "marsh": IN_2020[64],
        "reservoirs": IN_2020[43], "lakes": IN_2020[42],
        "shrub": [b.area * b.forest for b in BANNERS],
    }[by]
    return [value / sum(column) for value in column]


def flows(name):
    """Area of each change of class in a banner but for treated sand, {(old, new): km²}."""
    z = NAMES.index(name)
    return {(old, new): area * shares(by)[z] for old, new, area, by in FLOWS}


def areas(name, year):
    """Prescribed area of each class but grassland and sand in a banner, {class: km²}."""
    z, banner = NAMES.index(name), BANNERS[NAMES.index(name)]
    now = {code: column[z] for code, column in IN_2020.items()}
    now[22] = banner.forest * banner.area - now[21]
    now.update(zip((51, 52, 53), banner.built))
    if year == 2020:
        return now
    for (old, new), area in flows(name).items():
        if new in now:
            now[new] -= area
        if old in now:
            now[old] += area
    for sand in SANDS:
        if sand.zone == z:
            for code, share in sand.becomes.items():
                if code in now:
                    now[code] -= sand.treated * share
            now[53] -= sand.to_built
    return now
