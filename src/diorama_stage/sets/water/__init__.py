# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings at the water."""
