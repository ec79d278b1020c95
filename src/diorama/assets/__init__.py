"""Materials that come from pinned packages, fetched once: bodies, skins, hair and clothes of people. Licences and credits are kept beside them."""

from diorama.assets.install import asset_credits, installed, people_folder

__all__ = ["asset_credits", "installed", "people_folder"]
