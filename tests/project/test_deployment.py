from __future__ import annotations

import pytest

from orm_lint.project.contexts import find_contexts
from orm_lint.project.deployment import deployed_settings

MANAGE = 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.common")\n'
TREE = {"manage.py": MANAGE, "shop/common.py": "", "shop/live.py": "", "shop/web.py": ""}


def named(folder: str, files: dict[str, str]) -> list[tuple[str, str]]:
    return [(said.module, said.origin) for said in deployed_settings(folder, files.get)]


def production(plant, files: dict[str, str]) -> str | None:
    project = plant({**TREE, **files})
    (context,) = find_contexts(project.files, project.read_text, None)
    assert context.settings_module == "shop.common"
    return context.production_settings


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("Dockerfile", "FROM python\nENV DJANGO_SETTINGS_MODULE=shop.web\n"),
        ("Dockerfile.prod", "ENV DJANGO_SETTINGS_MODULE shop.web\n"),
        ("docker/Dockerfile", 'ENV A=1 \\\n    DJANGO_SETTINGS_MODULE="shop.web"\n'),
        ("Dockerfile", "CMD DJANGO_SETTINGS_MODULE=shop.web gunicorn shop.wsgi\n"),
        ("docker-compose.yml", "      - DJANGO_SETTINGS_MODULE=shop.web\n"),
        ("docker-compose.yml", "      DJANGO_SETTINGS_MODULE: shop.web\n"),
        ("compose.production.yaml", '      "DJANGO_SETTINGS_MODULE": "shop.web"\n'),
        ("deploy/compose.yml", "  - DJANGO_SETTINGS_MODULE=${DJANGO_SETTINGS_MODULE:-shop.web}\n"),
        ("app.yaml", "  - name: DJANGO_SETTINGS_MODULE\n    value: shop.web\n"),
        ("Procfile", "web: env DJANGO_SETTINGS_MODULE=shop.web gunicorn shop.wsgi\n"),
        (".env.example", "DJANGO_SETTINGS_MODULE=shop.web\n"),
    ],
)
def test_ways_to_deploy(plant, path: str, text: str) -> None:
    assert named("", {path: text}) == [("shop.web", path)]
    assert production(plant, {path: text}) == "shop.web"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("Dockerfile", "RUN DJANGO_SETTINGS_MODULE=shop.build python manage.py collectstatic\n"),
        ("Dockerfile", "# ENV DJANGO_SETTINGS_MODULE=shop.web\n"),
        ("Dockerfile", "ENV DJANGO_SETTINGS_MODULE=$SETTINGS\n"),
        ("docker-compose.yml", "      - DJANGO_SETTINGS_MODULE\n"),
        ("docker-compose.yml", "      - DJANGO_SETTINGS_MODULE\n      - SECRET_KEY\n"),
        ("docker-compose.override.yml", "      - DJANGO_SETTINGS_MODULE=shop.web\n"),
        ("Procfile", "web: gunicorn shop.wsgi\n"),
        ("app.yaml", "DJANGO_SETTINGS_MODULE: {{ name }}.settings\n"),
        (".env", "DJANGO_SETTINGS_MODULE=shop.web\n"),
    ],
)
def test_what_says_nothing_of_the_servers(plant, path: str, text: str) -> None:
    assert named("", {path: text}) == []
    assert production(plant, {path: text}) == "shop.common"


def test_the_nearest_file_comes_first() -> None:
    files = {"Dockerfile": "ENV DJANGO_SETTINGS_MODULE=a.b\n", "site/Procfile": "web: DJANGO_SETTINGS_MODULE=c.d run\n"}
    assert named("site", files) == [("c.d", "site/Procfile"), ("a.b", "Dockerfile")]


def test_what_is_not_in_the_repository_is_not_known(plant) -> None:
    assert production(plant, {"docker/Dockerfile": "ENV DJANGO_SETTINGS_MODULE=shop.made\n"}) is None


def test_a_file_for_tests_or_development_does_not_count(plant) -> None:
    text = "- DJANGO_SETTINGS_MODULE=shop.tests\n- DJANGO_SETTINGS_MODULE=shop.local\n"
    assert production(plant, {"docker-compose.yml": text}) == "shop.common"


def test_deployment_outranks_the_script_of_the_server(plant) -> None:
    wsgi = MANAGE.replace("shop.common", "shop.live")
    files = {"shop/wsgi.py": wsgi, "docker-compose.yml": "- DJANGO_SETTINGS_MODULE=shop.web\n"}
    assert production(plant, files) == "shop.web"
    assert production(plant, {"shop/wsgi.py": wsgi, "docker-compose.yml": ""}) == "shop.live"
