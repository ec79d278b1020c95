# SPDX-License-Identifier: GPL-3.0-or-later
"""Toys, games, sports and solids."""
