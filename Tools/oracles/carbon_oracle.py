# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Carbon's Monte Carlo by numpy: the cases of MonteCarloOracleTests, drawn independently.

    carbon_oracle.py carbon.csv     writes case,mean,sd,lower,upper

Nothing of Steppe's is used: draws, products, sums and percentiles are numpy's.
"""
import argparse
import csv
import statistics

import numpy as np

Z = statistics.NormalDist().inv_cdf(0.975)
DRAWS = 4_000_000


def root(function, low, high):
    """Where a function that falls passes 0."""
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if function(middle) > 0 else (low, middle)
    return low


def normal(rng, mean, percent):
    return rng.normal(mean, mean * percent / 100 / Z, DRAWS)


def log_normal(rng, mean, percent):
    s = np.sqrt(np.log1p((percent / 100 / Z) ** 2))
    return rng.lognormal(np.log(mean) - s * s / 2, s, DRAWS)


def truncated_normal(rng, mean, sd):
    """A normal distribution cut at 0 that has this mean and deviation: by sums over its density."""
    def moments(ratio):
        x = np.linspace(0, max(ratio, 0) + 12, 400_001)
        weights = np.exp(-((x - ratio) ** 2) / 2)
        weights /= weights.sum()
        centre = (weights * x).sum()
        return centre, np.sqrt((weights * (x - centre) ** 2).sum())
    ratio = root(lambda r: moments(r)[1] / moments(r)[0] - sd / mean, -5, 20)
    scale = mean / moments(ratio)[0]
    kept = np.empty(0)
    while kept.size < DRAWS:
        draws = rng.normal(ratio * scale, scale, DRAWS)
        kept = np.concatenate([kept, draws[draws > 0]])
    return kept[:DRAWS]


def percentiles(rng, mean, low, high):
    """A log-normal distribution moved along so that mean, 2.5th and 97.5th percentile are these."""
    def gap(s):
        median = (high - low) / (np.exp(Z * s) - np.exp(-Z * s))
        return low - median * np.exp(-Z * s) + median * np.exp(s * s / 2) - mean
    s = root(gap, 1e-4, 1.9)
    median = (high - low) / (np.exp(Z * s) - np.exp(-Z * s))
    return low - median * np.exp(-Z * s) + median * np.exp(s * rng.standard_normal(DRAWS))


def provincial(rng):
    """Nine zones' volumes with one growth and one consumption rate."""
    shares = [0.08, 0.21, 0.13, 0.02, 0.17, 0.11, 0.06, 0.15, 0.07]
    rate = normal(rng, 0.04, 30) - normal(rng, 0.015, 30)
    volume = sum(normal(rng, 9_275_000 * share, 8) for share in shares)
    return volume * rate * normal(rng, 0.5, 5) * normal(rng, 0.505, 10) * log_normal(rng, 1.69, 50)


def sampled(rng):
    """Two classes' areas by a confusion matrix, each with a density."""
    area = 10_000 * rng.dirichlet([88, 12], DRAWS) + 40_000 * rng.dirichlet([9, 141], DRAWS)
    return area[:, 0] * log_normal(rng, 33, 90) + area[:, 1] * normal(rng, 16, 25)


def correlated(rng, rho):
    z = rng.multivariate_normal([0, 0], [[1, rho], [rho, 1]], DRAWS)
    s = np.sqrt(np.log1p((0.8 / Z) ** 2))
    first = 20 * np.exp(s * z[:, 0] - s * s / 2)
    return 100 * first + 100 * (15 + 15 * 0.25 / Z * z[:, 1])


CASES = {
    "normal": lambda rng: 10_000 * normal(rng, 40, 30),
    "product": lambda rng: normal(rng, 10_000, 10) * normal(rng, 40, 30),
    "log_normal": lambda rng: 100 * log_normal(rng, 33, 90),
    "truncated": lambda rng: 100 * truncated_normal(rng, 4, 3),
    "percentiles": lambda rng: 100 * percentiles(rng, 14, 7, 32),
    "change": lambda rng: (normal(rng, 10_800, 5) - normal(rng, 10_000, 5)) * normal(rng, 40, 30),
    "provincial": provincial,
    "sampled": sampled,
    "correlated": lambda rng: correlated(rng, 0.6),
    "opposed": lambda rng: correlated(rng, -0.6),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("output")
    with open(parser.parse_args().output, "w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["case", "mean", "sd", "lower", "upper"])
        for number, (case, draw) in enumerate(CASES.items()):
            x = draw(np.random.default_rng([20181203, number]))
            table.writerow([case, x.mean(), x.std(ddof=1), *np.quantile(x, [0.025, 0.975])])


if __name__ == "__main__":
    main()
