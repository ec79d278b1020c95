# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in a street or hangs over it."""
