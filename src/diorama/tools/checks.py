"""A judge by measurement: what the scene says, looked for on the picture and its exact passes. It needs no model, and says where it cannot tell."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from importlib.util import find_spec

import numpy as np

from diorama import __version__
from diorama.contracts import Outcome
from diorama.contracts.tools import Claim, Evidence, ToolCapabilities, Verdict
from diorama.tools import claims as measured
from diorama.tools.shown import CannotTell, Shown

BY_PIXELS = ("dark", "bright", "exposed", "text", "noise", "level")
"""Claims that the picture alone tells."""
_SHADING = ("ids", "albedo", "normal", "linear")
NEEDED = {
    "colour": ("ids", "albedo"), "palette": ("ids", "colour"), "behind": ("ids", "depth"), "in_front_of": ("ids", "depth"), "shallow": ("ids", "depth"), "deep": ("ids", "depth"),
    "light": _SHADING, "warm": ("albedo", "linear"), "cool": ("albedo", "linear"),
}  # fmt: skip
"""Passes that a claim is measured on, where it is not the ids alone."""


class Checks:
    """Each kind of claim is a line of the table in `claims`."""

    def capabilities(self) -> ToolCapabilities:
        title = "Measures what was asked for on the picture and its passes: presence, counts, colours, places, text, exposure"
        return ToolCapabilities(kind="judge", name="checks", version=__version__, title=title, licence="Apache-2.0", deterministic=True)

    def judge(self, picture: np.ndarray, claims: Sequence[Claim], evidence: Evidence) -> tuple[Verdict, ...]:
        """`picture`: uint8 sRGB (h, w, 3). `holds` is None where the passes, the recipe or a reader of text are missing."""
        return tuple(self._verdict(picture, claim, evidence) for claim in claims)

    def _verdict(self, picture: np.ndarray, claim: Claim, evidence: Evidence) -> Verdict:
        missing = self._missing(claim, evidence)
        if missing is not None or evidence.recipe is None:
            return Verdict(claim=claim, holds=None, confidence=0.0, seen=missing or "what made the picture is not known")
        outcome = Outcome.of(picture[..., :3], passes=evidence.passes, report=evidence.report)
        try:
            found = measured.check(line(claim), Shown(evidence.recipe, outcome))
        except CannotTell as why:
            return Verdict(claim=claim, holds=None, confidence=0.0, seen=str(why))
        return Verdict(claim=claim, holds=found is None, confidence=0.9, seen=found or "")

    def _missing(self, claim: Claim, evidence: Evidence) -> str | None:
        """Why it cannot tell; None where it can."""
        if claim.kind not in measured.CHECKERS:
            return f"claims of the kind {claim.kind} are not measured"
        if claim.kind == "text" and find_spec("rapidocr") is None:
            return "nobody here reads text: pip install 'diorama[bench]'"
        wanted = () if claim.kind in BY_PIXELS else NEEDED.get(claim.kind, ("ids",))
        missing = [name for name in wanted if name not in evidence.passes]
        return f"there is no pass of this picture's {', '.join(missing)}" if missing else None

    def close(self) -> None:
        """Nothing is kept open."""


def line(claim: Claim) -> str:
    """The claim as `claims.check` reads it: `count s1 3`."""
    words = [claim.kind, claim.subject, claim.object, None if claim.value is None else str(claim.value)]
    return shlex.join(word for word in words if word is not None)
