"""The agencies of an invented nation: kinds in realistic proportion, in every province, by names that are nobody's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np

from ita_analysis.records import Agency
from ita_analysis.vocabulary import words

SEED = 2568
AGENCY_COUNT = 8300


@cache
def agencies(count: int = AGENCY_COUNT, seed: int = SEED) -> tuple[Agency, ...]:
    """Return the agencies of the nation, the same for the same seed; of fewer, every kind has its share."""
    whole = tuple(_agencies(seed))
    chosen = np.linspace(0, len(whole) - 1, min(count, len(whole))).astype(int)
    return tuple(whole[int(number)] for number in chosen)


def _agencies(seed: int) -> Iterator[Agency]:
    provinces = [*words("identity")["provinces"]]
    everywhere = [*provinces, words("identity")["bangkok"]]
    chance = np.random.default_rng(seed)
    share = chance.gamma(6.0, size=len(provinces))  # provinces differ in size
    for kind in words("synthetic")["kind"]:
        count = kind["count"]
        if kind["where"] == "each":
            places = provinces
        elif kind["where"] == "capital":
            places = everywhere[-1:] * count
        elif kind["where"] == "anywhere":
            places = [str(name) for name in chance.choice(everywhere, count)]
        else:
            places = sorted(str(name) for name in chance.choice(provinces, count, p=share / share.sum()))
        for number, province in enumerate(places, 1):
            yield Agency(words("synthetic")["name"].format(kind=kind["prefix"], number=number), None, province)
