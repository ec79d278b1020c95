"""A server whose pictures lie in a bucket: nothing of them stays on its disk, and all doors give them out as before."""

from __future__ import annotations

import httpx

from diorama.server.auth import SharedTokens, Tokens


def test_pictures_passes_and_links_without_a_file_here(run_server, tmp_path, bucket):
    ann = {"authorization": f"Bearer {Tokens(tmp_path / 'tokens.json').add('ann')}"}
    with run_server(tmp_path, require_token=True, bucket=bucket, bucket_links=True) as server:
        server.http.headers.update(ann)
        made = server.make("a red mug")["picture"]
        assert not (tmp_path / "pictures").exists()
        file = server.http.get(f"/api/pictures/{made}/file")
        assert file.status_code == 200 and file.headers["content-type"] == "image/png" and "immutable" in file.headers["cache-control"]
        assert server.http.get(f"/api/pictures/{made}/file?format=webp").headers["content-type"] == "image/webp"
        assert server.http.get(f"/api/pictures/{made}/thumbnail").headers["content-type"] == "image/webp"
        body = {"prompt": "a mug", "size": "64x64", "response_format": "url", "output_format": "png"}
        link = server.http.post("/v1/images/generations", json=body).json()["data"][0]["url"]
        sent_on = httpx.get(link)
        assert sent_on.status_code == 307 and "X-Amz-Signature" in sent_on.headers["location"] and sent_on.headers["cache-control"] == "no-store"
        assert httpx.get(link, follow_redirects=True).content.startswith(b"\x89PNG"), "and there it is, without a token"


def test_another_machine_sees_them(run_server, tmp_path, bucket, postgres):
    """Two servers, one database, one bucket, no disk in common: what one made the other shows, with its passes."""
    tokens = SharedTokens(postgres)
    ann = tokens.add("ann")
    tokens.end()
    with run_server(tmp_path / "one", bucket=bucket, database=postgres) as one:
        made = one.make("a red mug")["picture"]
        with run_server(tmp_path / "two", bucket=bucket, database=postgres) as two:
            assert two.http.get(f"/api/pictures/{made}/file").content == one.http.get(f"/api/pictures/{made}/file").content
            assert two.http.get(f"/api/pictures/{made}/passes/ids.json").json()["prompt"] == "a red mug"
            assert "ids.png" in two.http.get(f"/api/pictures/{made}").json()["passes"]
            body = {"prompt": "a mug", "size": "64x64", "response_format": "url"}
            link = one.http.post("/v1/images/generations", json=body, headers={"authorization": f"Bearer {ann}"}).json()["data"][0]["url"]
            assert "signature=" in link and httpx.get(link.replace(one.address, two.address)).status_code == 200, "a link of one is good at the other"
            again = two.make("a red mug", parent=made)["picture"]
            assert one.http.get(f"/api/pictures/{again}/file").status_code == 200
