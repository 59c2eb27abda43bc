"""A fund divided by shares to the cent: largest remainder, with every tie decided.

Authority:
    18 U.S.C. § 3664(h): "may apportion liability among the defendants"
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial

Had = Callable[[], Sequence[int]]
"""Asked what each has had so far, where a tie depends on it."""


def largest_remainder(
    weights: Sequence[int | Fraction], fund: int, *, had: Had | None = None
) -> list[int]:
    """Return what each weight gets of ``fund``, in whole cents that add up to it exactly.

    Each gets the whole cents of its proportion; the cents left over go one by one to the largest fractions
    of a cent. Equal fractions: first whoever has had least for its proportion so far, by what ``had`` gives
    (in cents, in the weights' order), then the first listed. Who weighs nothing gets nothing.

    Raises:
        ValueError: the fund or a weight is negative, or there is a fund and nothing weighs anything.

    """
    whole = sum(weights)
    if fund < 0 or (weights and min(weights) < 0):
        msg = "a fund and its weights are not negative"
        raise ValueError(msg)
    if not fund:
        return [0] * len(weights)
    if not whole:
        msg = "a fund cannot be divided among nobody"
        raise ValueError(msg)
    return divided(weights, whole, fund, had)


def divided(
    weights: Sequence[int | Fraction], whole: int | Fraction, fund: int, had: Had | None = None
) -> list[int]:
    """Return the shares of ``largest_remainder`` where these weights are known to be right.

    ``whole`` is their sum, and more than nothing; no weight and not the fund is negative.
    """
    shares, fractions, left = [], [], fund
    for weight in weights:
        share, fraction = divmod(fund * weight, whole)
        shares.append(share)
        fractions.append(fraction)
        left -= share
    if not left:
        return shares
    ordered = sorted(fractions)
    least = ordered[-left]
    if least != ordered[-left - 1]:
        for index, fraction in enumerate(fractions):
            if fraction >= least:
                shares[index] += 1
        return shares
    for index in _first(left, fractions, weights, had):
        shares[index] += 1
    return shares


def _first(
    count: int,
    fractions: Sequence[int | Fraction],
    weights: Sequence[int | Fraction],
    had: Had | None,
) -> Sequence[int]:
    """Who gets one of the cents left over: stable sorts, so what still ties stays as listed."""
    ranked = sorted(range(len(fractions)), key=fractions.__getitem__, reverse=True)
    if had is None or fractions[ranked[count - 1]] != fractions[ranked[count]]:
        return ranked[:count]
    got, whole = had(), sum(weights)
    paid = sum(got)
    behind = [paid * weight - cents * whole for weight, cents in zip(weights, got, strict=True)]
    ranked = sorted(range(len(fractions)), key=behind.__getitem__, reverse=True)
    ranked.sort(key=fractions.__getitem__, reverse=True)
    return ranked[:count]


def capped_shares(
    weights: Sequence[int], fund: int, caps: Sequence[int], *, had: Had | None = None
) -> list[int]:
    """Return shares of ``fund`` by weight, none above its cap; what a cap cuts off goes to the others.

    Shares add up to the fund, or to the caps of all who weigh something where these are less.
    """
    shares = [0] * len(weights)
    open_ = [index for index, cap in enumerate(caps) if cap and weights[index]]
    most = sum(caps[index] for index in open_)
    if fund >= most:
        return [cap if weight else 0 for cap, weight in zip(caps, weights, strict=True)]
    while full := _full(weights, fund, caps, open_):
        for index in full:
            shares[index] = caps[index]
            fund -= caps[index]
        open_ = [index for index in open_ if index not in full]
    # Whoever is left is below the cap by exact proportion, so a whole cent more never goes beyond it.
    mine = None if had is None else partial(_of, had, open_)
    last = largest_remainder([weights[index] for index in open_], fund, had=mine)
    for index, share in zip(open_, last, strict=True):
        shares[index] = share
    return shares


def _of(had: Had, places: Sequence[int]) -> list[int]:
    every = had()
    return [every[place] for place in places]


def _full(
    weights: Sequence[int], fund: int, caps: Sequence[int], open_: Sequence[int]
) -> set[int]:
    """Who reaches the cap by exact proportion, not by a cent left over."""
    whole = sum(weights[index] for index in open_)
    return {index for index in open_ if fund * weights[index] >= caps[index] * whole}
