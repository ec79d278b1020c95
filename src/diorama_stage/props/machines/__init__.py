# SPDX-License-Identifier: GPL-3.0-or-later
"""Appliances, electronics and clockwork."""
