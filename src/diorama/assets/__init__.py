"""Materials that come from pinned packages, fetched once: bodies, skins, hair and clothes of people; letters. Licences and credits are kept beside them."""

from diorama.assets.faces import faces_credits, faces_folder, faces_installed, install_faces
from diorama.assets.install import asset_credits, installed, people_folder

__all__ = ["asset_credits", "faces_credits", "faces_folder", "faces_installed", "install_faces", "installed", "people_folder"]
