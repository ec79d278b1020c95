"""An outside witness of people: does MediaPipe find a face, where do its eyes look, is there a body, how many hands: `python bench/witness.py PICTURE …`.

Prints a line of JSON a picture and, last, the shares. MediaPipe 0.10.21 (Apache-2.0, its models inside; later wheels carry none) brings JAX and
an OpenCV that stands where the text reader's does. So it goes into an environment of its own, with this one file:

    python3.11 -m venv witness && witness/bin/pip install mediapipe==0.10.21 && witness/bin/python bench/witness.py PICTURE …
"""

from __future__ import annotations

import argparse
import importlib
import json
from pathlib import Path

import numpy as np
from PIL import Image

SEEN_AT = 900
"""Pixels that a picture's long side is brought to, at least: the models do not see small faces."""
IRISES = ((468, 33, 133), (473, 362, 263))
"""Landmarks of an iris and of the eye's two corners."""
MOUTH, OUTER_CORNERS, LIPS, FACE = (61, 291), (33, 263), (13, 14), (10, 152)
FACING = 0.08
"""How far from the middle of the eye, by its width, an iris may be of who looks at the lens."""


class Witness:
    """MediaPipe's face mesh, pose and hands. Raises SystemExit where it is not installed."""

    def __init__(self):
        try:
            solutions = importlib.import_module("mediapipe").solutions
        except ImportError:
            raise SystemExit("mediapipe is not installed in this environment; see the head of this file") from None
        self.face = solutions.face_mesh.FaceMesh(static_image_mode=True, max_num_faces=10, refine_landmarks=True, min_detection_confidence=0.4)
        self.pose = solutions.pose.Pose(static_image_mode=True)
        self.hands = solutions.hands.Hands(static_image_mode=True, max_num_hands=10, min_detection_confidence=0.3)

    def sees(self, path: Path) -> dict:
        """What is found in a picture: faces, whether a body, hands.

        Of the first face where its irises are (0.5: the eye's middle), how wide and how open the mouth is.
        """
        with Image.open(path) as opened:
            picture = opened.convert("RGB")
        larger = max(1, round(SEEN_AT / max(picture.size)))
        pixels = np.asarray(picture.resize((picture.width * larger, picture.height * larger), Image.Resampling.LANCZOS))
        faces = self.face.process(pixels).multi_face_landmarks or []
        told = {
            "picture": path.name,
            "faces": len(faces),
            "body": self.pose.process(pixels).pose_landmarks is not None,
            "hands": len(self.hands.process(pixels).multi_hand_landmarks or []),
        }
        return told | (_face(np.array([(p.x * pixels.shape[1], p.y * pixels.shape[0]) for p in faces[0].landmark])) if faces else {})


def _face(at: np.ndarray) -> dict:
    """Of a face's landmarks (478, 2), pixels."""
    apart = lambda pair: float(np.linalg.norm(at[pair[0]] - at[pair[1]]))  # noqa: E731
    across = [float((at[iris, 0] - min(at[a, 0], at[b, 0])) / max(abs(at[a, 0] - at[b, 0]), 1e-6)) for iris, a, b in IRISES]
    return {
        "irises": [round(v, 2) for v in across],
        "to_lens": all(abs(v - 0.5) < FACING for v in across),
        "mouth_wide": round(apart(MOUTH) / apart(OUTER_CORNERS), 2),
        "mouth_open": round(apart(LIPS) / apart(FACE), 3),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pictures", nargs="+", type=Path)
    witness = Witness()
    seen = [witness.sees(path) for path in parser.parse_args().pictures]
    for row in seen:
        print(json.dumps(row))
    share = lambda test: round(sum(map(test, seen)) / len(seen), 3)  # noqa: E731
    print(json.dumps({"pictures": len(seen), "with_a_face": share(lambda r: r["faces"] > 0), "with_a_body": share(lambda r: r["body"])}))


if __name__ == "__main__":
    main()
