"""Plots as SVG: amounts by period, and balances over time. Every point is also in the table beside the plot."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import ROUND_CEILING, Decimal

from conformed.writing.page import attribute, words

__all__ = ["bar_plot", "nice_step", "step_plot"]

WIDTH, HEIGHT = 720, 260
LEFT, RIGHT, TOP, BOTTOM = 80, 16, 16, 34
# told apart by colour and by dash, for those who do not see the one
STROKES = (
    ("#0b4f9e", ""),
    ("#9b4a00", "7 4"),
    ("#0a5c2b", "2 3"),
    ("#6b2a7a", "10 3 2 3"),
    ("#555555", "1 2"),
)
GRID, INK = "#c8c8c8", "#333333"


def bar_plot(title: str, bars: Sequence[tuple[str, Decimal]]) -> str:
    """Amounts by period: a bar each, below the line where negative."""
    low, high, step = _scale([amount for _, amount in bars])
    room = (WIDTH - LEFT - RIGHT) / max(len(bars), 1)
    every = max(1, -(-len(bars) // 12))
    parts = _frame(title, low, high, step)
    zero = _y(Decimal(0), low, high)
    for index, (label, amount) in enumerate(bars):
        top = _y(amount, low, high)
        x = LEFT + index * room
        parts.append(
            f'<rect x="{x + room * 0.15:.1f}" y="{min(top, zero):.1f}" width="{room * 0.7:.1f}" '
            f'height="{abs(zero - top):.1f}" fill="{STROKES[0][0]}"><title>{words(label)}: {amount}</title></rect>'
        )
        if index % every == 0:
            parts.append(_label(x + room / 2, HEIGHT - BOTTOM + 18, label, "middle"))
    return _svg(title, parts)


def step_plot(title: str, series: Mapping[str, Sequence[tuple[dt.date, Decimal]]]) -> str:
    """Balances over time: each holds until the next point changes it."""
    days = sorted({day for points in series.values() for day, _ in points})
    low, high, step = _scale([amount for points in series.values() for _, amount in points])
    parts = _frame(title, low, high, step)
    if not days:
        return _svg(title, parts)
    first, span = days[0], max((days[-1] - days[0]).days, 1)

    def x(day: dt.date) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (day - first).days / span

    for index, (name, points) in enumerate(series.items()):
        colour, dash = STROKES[index % len(STROKES)]
        path = ""
        for day, amount in points:
            y = _y(amount, low, high)
            path += f"H{x(day):.1f}V{y:.1f}" if path else f"M{x(day):.1f} {y:.1f}"
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        parts.append(
            f'<path d="{path}H{WIDTH - RIGHT}" fill="none" stroke="{colour}" stroke-width="2"{dashed}>'
            f"<title>{words(name)}</title></path>"
        )
        parts.append(
            f'<path d="M{LEFT + 8} {TOP + 10 + 16 * index}h24" stroke="{colour}" stroke-width="2"{dashed}/>'
            + _label(LEFT + 38, TOP + 14 + 16 * index, name, "start")
        )
    for day in days if len(days) <= 6 else [days[len(days) * i // 6] for i in range(6)]:
        parts.append(
            _label(x(day), HEIGHT - BOTTOM + 18, day.isoformat(), "middle" if day != days[0] else "start")
        )
    return _svg(title, parts)


def nice_step(span: Decimal, *, steps: int = 4) -> Decimal:
    """A round distance between grid lines, so that about `steps` of them cover `span`.

    >>> nice_step(Decimal("1000.10")), nice_step(Decimal("0.07"))
    (Decimal('500'), Decimal('0.02'))
    """
    rough = span / steps
    if rough <= 0:
        return Decimal(1)
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    return step.quantize(Decimal(1)) if step >= 1 else step


def _scale(amounts: Sequence[Decimal]) -> tuple[Decimal, Decimal, Decimal]:
    low = min([*amounts, Decimal(0)])
    high = max([*amounts, Decimal(0)])
    step = nice_step(high - low)
    low = -(-low / step).to_integral_value(ROUND_CEILING) * step
    high = (high / step).to_integral_value(ROUND_CEILING) * step
    return low, high if high > low else low + step, step


def _y(amount: Decimal, low: Decimal, high: Decimal) -> float:
    share = float((amount - low) / (high - low))
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share


def _frame(title: str, low: Decimal, high: Decimal, step: Decimal) -> list[str]:
    parts: list[str] = []
    at = low
    while at <= high:
        y = _y(at, low, high)
        stroke = INK if at == 0 else GRID
        parts.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="{stroke}" stroke-width="1"/>')
        parts.append(_label(LEFT - 8, y + 4, f"{at:,}", "end"))
        at += step
    return parts


def _label(x: float, y: float, text: str, anchor: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="11" font-family="sans-serif" fill="{INK}" '
        f'text-anchor="{anchor}">{words(text)}</text>'
    )


def _svg(title: str, parts: Sequence[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'role="img" aria-label="{attribute(title)}"><title>{words(title)}</title>\n'
        + "\n".join(parts)
        + "\n</svg>"
    )
