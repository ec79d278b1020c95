"""Materials that come from pinned packages, fetched once: bodies, skins, hair and clothes of people. Licences and credits are kept beside them."""

from diorama.assets.install import installed, people_folder

__all__ = ["installed", "people_folder"]
