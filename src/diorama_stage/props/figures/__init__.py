# SPDX-License-Identifier: GPL-3.0-or-later
"""Sculpted figures that stand in for people and animals."""

from diorama_stage.props.figures import animals, people, small, statues

__all__ = ["animals", "people", "small", "statues"]
