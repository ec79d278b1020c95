# SPDX-License-Identifier: GPL-3.0-or-later
"""Sculpted figures that stand in for people and animals."""

from diorama_stage.props.figures import animals, people, statues, thin

__all__ = ["animals", "people", "statues", "thin"]
