"""Figures for independent.test.ts, calculated apart from lib/compare with Python's standard library alone.

Run: python3 tests/unit/compare/independent.py
Wilson and log-odds from their published formulas; Student's t by summing its density; two-stage bootstrap by drawing.
"""
import math
import random
from statistics import NormalDist, mean, variance

Z = NormalDist().inv_cdf(0.975)


def log_odds(y1, n1, y2, n2, background, prior_words):
    a = prior_words * background
    value = math.log((y1 + a) / (n1 + prior_words - y1 - a)) - math.log((y2 + a) / (n2 + prior_words - y2 - a))
    return value, value / math.sqrt(1 / (y1 + a) + 1 / (y2 + a))


def t_quantile(alpha, df):
    c = math.gamma((df + 1) / 2) / (math.sqrt(df * math.pi) * math.gamma(df / 2))
    step, t, area = 1e-4, 0.0, 0.0
    while area < (1 - alpha) / 2:
        middle = t + step / 2
        area += step * c * (1 + middle * middle / df) ** (-(df + 1) / 2)
        t += step
    return t


def two_stage(outlets, draws, seed):
    """Standard error of the mean of outlets, articles drawn as single zeros and ones; outlets redrawn from four on."""
    rng = random.Random(seed)
    articles = [[1] * k + [0] * (n - k) for k, n in outlets]
    means = []
    for _ in range(draws):
        chosen = [rng.choice(articles) for _ in articles] if len(articles) >= 4 else articles
        means.append(mean(sum(rng.choices(each, k=len(each))) / len(each) for each in chosen))
    raw = variance(means)
    if len(outlets) < 4:
        return raw
    j = len(outlets)
    noise = sum(k / n * (1 - k / n) / n for k, n in outlets) / j**2
    return max(noise, (raw - noise) * j / (j - 1))


def welch(a, b):
    """95 % interval of the difference of two sides of four and more outlets."""
    va, vb = two_stage(a, 60000, 1), two_stage(b, 60000, 2)
    df = (va + vb) ** 2 / (va**2 / (len(a) - 1) + vb**2 / (len(b) - 1))
    value = mean(k / n for k, n in a) - mean(k / n for k, n in b)
    half = t_quantile(0.05, df) * math.sqrt(va + vb)
    return value, value - half, value + half, df


def wilson(k, n):
    p, z2 = k / n, Z * Z
    half = Z * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    return (p + z2 / (2 * n) - half) / (1 + z2 / n), (p + z2 / (2 * n) + half) / (1 + z2 / n)


if __name__ == "__main__":
    print("log-odds kiev", log_odds(8, 1890, 0, 1760, 8 / 3650, 500))
    print("log-odds war", log_odds(120, 300000, 400, 500000, 520 / 800000, 1000))
    print("t .05 df 3, 4.6, 22", t_quantile(0.05, 3), t_quantile(0.05, 4.6), t_quantile(0.05, 22))
    print("wilson 37 of 120", wilson(37, 120))
    a = [(12, 40), (22, 50), (9, 45), (30, 60), (15, 38)]
    b = [(4, 40), (10, 44), (6, 52), (3, 35), (9, 70), (8, 41)]
    print("two-stage variance of 5, 6 and 3 outlets", two_stage(a, 60000, 1), two_stage(b, 60000, 2), two_stage(a[:3], 60000, 3))
    print("difference 5 v 6", welch(a, b))
