"""/api/facets: how many pictures of each kind the history has."""

from __future__ import annotations

from fastapi import APIRouter

from diorama.history import Facets
from diorama.server.pictures import WantedOf
from diorama.server.state import AppStateOf

router = APIRouter(prefix="/api/facets", tags=["pictures"])


@router.get("", operation_id="listFacets")
def list_facets(app_state: AppStateOf, wanted: WantedOf) -> Facets:
    """How many pictures there are of what is asked for: by engine, size and month, each under all other conditions. Of words, among the newest 1,000 found."""
    return app_state.studio.history.facets(wanted)
