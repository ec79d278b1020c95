"""What pictures cost: what is said before (a quote) and what was paid (spent)."""

from __future__ import annotations

from pydantic import Field

from diorama.scene.base import Model

CURRENCY = r"^[A-Z]{3,8}$"
"""ISO 4217, or a service's own unit in capitals (CREDITS)."""


class Quote(Model):
    """What one picture will cost, as far as that can be said before it is made."""

    low: float = Field(ge=0, allow_inf_nan=False)
    high: float = Field(ge=0, allow_inf_nan=False)
    currency: str = Field(pattern=CURRENCY)
    source: str = ""
    """Where the price comes from."""
    as_of: str | None = None
    """The day it is from, ISO 8601; None: asked for just now."""

    @property
    def told(self) -> str:
        """The price, whose it is and of which day, for people."""
        amount = f"{self.low:.4g}" if self.low == self.high else f"{self.low:.4g} to {self.high:.4g}"
        return f"{amount} {self.currency} a picture ({', '.join(filter(None, (self.source, self.as_of or 'asked for just now')))})"


class Spent(Model):
    """What was paid. `reference`: the service's own name for it; the same reference is the same payment."""

    amount: float = Field(ge=0, allow_inf_nan=False)
    currency: str = Field(pattern=CURRENCY)
    reference: str = Field(min_length=1, max_length=300)


def distinct(spent: tuple[Spent, ...]) -> tuple[Spent, ...]:
    """Each payment once: the newest word on it."""
    return tuple({one.reference: one for one in spent}.values())
