# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings indoors, and what furnishes them."""
