# SPDX-License-Identifier: GPL-3.0-or-later
"""Furniture and textiles of a room."""
