# SPDX-License-Identifier: GPL-3.0-or-later
"""The ground under settings: land, materials, raised surfaces, scattering."""
