# SPDX-License-Identifier: GPL-3.0-or-later
"""Houses, towers and what is built outdoors."""
