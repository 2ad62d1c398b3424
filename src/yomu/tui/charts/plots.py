"""Curves, by plotext; where it is not installed, there are none, and the bars say the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from math import ceil, floor
from threading import Lock

from yomu.tui.charts.canvas import Canvas, day_name

_drawing = Lock()  # plotext has one figure for the whole program
MISSING = "Curves need plotext: python -m pip install plotext"


@dataclass(frozen=True, slots=True)
class Curve:
    """Points (day, value) in the order of days. `marker` tells it from others without colour."""

    points: Sequence[tuple[int, float]]
    name: str = ""
    marker: str = "braille"


@cache
def can_plot() -> bool:
    return find_spec("plotext") is not None


def wants_plots(canvas: Canvas) -> bool:
    return canvas.plots and not canvas.plain and can_plot()


def plot(
    canvas: Canvas,
    curves: Sequence[Curve],
    today: int,
    *,
    height: int = 12,
    limits: tuple[float, float] | None = None,
    level: float | None = None,
) -> list[str]:
    """Curves over days, without colour. `limits` are those of the values; `level` is a dotted line."""
    import plotext

    days = [day for curve in curves for day, _ in curve.points]
    first, last = min(days), max(days)
    width = min(canvas.width, 100)
    with _drawing:
        plotext.clear_figure()
        plotext.limit_size(False, False)
        plotext.plot_size(width, height)
        plotext.theme("clear")
        if level is not None:
            dots = max(2, (width - 8) // 3)
            xs = [first + (last - first) * n / dots for n in range(dots + 1)]
            plotext.scatter(xs, [level] * len(xs), marker=".")
        for curve in curves:
            xs, ys = [day for day, _ in curve.points], [value for _, value in curve.points]
            plotext.plot(xs, ys, marker=curve.marker, label=curve.name or None)
        low, high = limits or _limits([value for curve in curves for _, value in curve.points])
        plotext.ylim(low, high)
        steps = max(1, min(4, last - first, width // 16))
        ticks = sorted({first + (last - first) * n // steps for n in range(steps + 1)})
        plotext.xticks(ticks, [day_name(day, today) for day in ticks])
        values = _ticks(low, high)
        plotext.yticks(values, [f"{value:,.0f}" for value in values])
        drawn = plotext.uncolorize(plotext.build())
        plotext.clear_figure()
    return [line.rstrip() for line in drawn.rstrip("\n").split("\n")]


def _limits(values: Sequence[float]) -> tuple[float, float]:
    """From nought, or near the lowest where all are far above it, to a round number above the highest."""
    low, high = min(values), max(values)
    if low < high / 2:
        low = 0
    step = _round_step(high - low)
    return step * floor(low / step), step * max(ceil(high / step), floor(low / step) + 1)


def _ticks(low: float, high: float) -> list[float]:
    step = _round_step(high - low)
    return [low + step * n for n in range(round((high - low) / step) + 1)]


def _round_step(span: float) -> float:
    """1, 2 or 5 with noughts, so that four steps or a few more make the span."""
    size = 1.0
    while size * 10 <= span / 4:
        size *= 10
    return next((size * n for n in (1, 2, 5) if size * n >= span / 5), size * 10)
