"""What dashboard and alert rules ask for is there, and is asked for properly."""

import asyncio
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from uuid import uuid4

import yaml
from temporalio.client import Client
from temporalio.worker import Worker

from projections.standing import LedgerStanding
from stack.ports import chosen_port
from telemetry import catalogue
from telemetry.gauges import Gauges
from telemetry.metrics import MeteredMetrics, metrics_endpoint
from tests.support.scraping import Scraped, scrape
from tests.support.waiting import wait_until
from tests.telemetry.ailing import AilingWorkflow, fail

MONITORING = Path(__file__).parents[2] / "deploy" / "monitoring"
RULES: list[dict[str, Any]] = yaml.safe_load((MONITORING / "alerts.yml").read_text())["groups"][0]["rules"]
DASHBOARD: dict[str, Any] = json.loads((MONITORING / "escale.json").read_text())
SHOWN = [target["expr"] for panel in DASHBOARD["panels"] for target in panel["targets"]]
ASKED = [rule["expr"] for rule in RULES] + SHOWN
_METRIC = re.compile(r"\b(?:escale|temporal)_\w+")
_LABELS = re.compile(r"by \(([\w, ]+)\)")

STANDING = LedgerStanding("fondation", 7, 0, 0.5, 0, 0, 0, 1, 1, 0, 0, 3.0)


async def test_every_metric_that_is_asked_for_exists(temporal_server: str) -> None:
    """On the endpoint of a worker in which everything happened once, failures included; nothing of ours is left out."""
    port = chosen_port(0)
    runtime = metrics_endpoint("127.0.0.1", port)
    await _count_everything(runtime.metric_meter)
    client = await Client.connect(temporal_server, runtime=runtime)
    asked = {name for expression in ASKED for name in _METRIC.findall(expression)}
    seen = Scraped(())

    async def has_failed() -> bool:
        nonlocal seen
        seen = await asyncio.to_thread(scrape, port)
        return seen.value("temporal_workflow_task_execution_failed_total") > 0

    queue = f"ailing-{uuid4().hex[:8]}"
    async with Worker(client, task_queue=queue, workflows=[AilingWorkflow], activities=[fail]):
        handle = await client.start_workflow(AilingWorkflow.run, id=queue, task_queue=queue)
        await wait_until(has_failed, "has failed")
        await handle.terminate()

    assert asked - seen.names == set()
    assert catalogue.shown() - seen.names == set()
    shown = {name for name in seen.names if name.startswith("escale_")}
    assert shown == catalogue.shown()
    assert {name for name in shown if not _is_asked(name, asked)} == set(), "nobody looks at it"


async def _count_everything(meter: Any) -> None:
    metrics = MeteredMetrics(meter)
    metrics.command("fondation", "OpenReview", "refused")
    metrics.service_act("fondation", "PerformAct", "refused")
    metrics.reminder("fondation", late=True)
    metrics.wake("fondation", "woken", 0.02)
    metrics.trouble("fondation", "NothingHelps")
    metrics.in_trouble("fondation", 1)

    async def read() -> list[LedgerStanding]:
        return [STANDING]

    await Gauges(meter, read).look()


def _is_asked(name: str, asked: set[str]) -> bool:
    """Whether a metric is looked at, of a histogram its buckets."""
    return name in asked or re.sub("_(sum|count)$", "_bucket", name) in asked


def test_labels_that_are_asked_for_exist_and_name_nobody() -> None:
    """Ours are organisation, type and outcome, and nothing else."""
    ours = {label for metric in (*catalogue.COUNTERS, *catalogue.GAUGES) for label in metric.labels}
    asked = {
        label.strip()
        for expression in ASKED
        for labels in _LABELS.findall(expression)
        for label in labels.split(",")
    }
    temporals = {"workflow_type", "activity_type", "worker_type", "le"}
    assert ours == {"organisation", "type", "outcome"}
    assert asked <= ours | temporals


def test_every_alert_says_how_bad_it_is_and_what_to_do() -> None:
    """With the organisation that it is about, where there is one."""
    for rule in RULES:
        assert rule["labels"]["severity"] in {"warning", "critical"}
        assert set(rule["annotations"]) == {"summary", "description"}
        if "organisation" in rule["expr"]:
            assert "$labels.organisation" in rule["annotations"]["summary"]
    names = [rule["alert"] for rule in RULES]
    assert len(names) == len(set(names))


def test_expressions_and_configuration_are_well_formed(tmp_path: Path) -> None:
    """Brackets close; where promtool is at hand, it accepts rules, configuration and the dashboard's expressions."""
    for expression in ASKED:
        assert [expression.count(one) for one in "({["] == [expression.count(one) for one in ")}]"], (
            expression
        )
    numbered = [{"record": f"shown:{n}", "expr": _spelt_out(one)} for n, one in enumerate(SHOWN)]
    made = tmp_path / "dashboard.yml"
    made.write_text(yaml.safe_dump({"groups": [{"name": "dashboard", "rules": numbered}]}))
    checks = [
        ["check", "rules", str(MONITORING / "alerts.yml"), str(made)],
        ["check", "config", "--syntax-only", str(MONITORING / "prometheus.yml")],
        ["test", "rules", str(Path(__file__).with_name("alerts_test.yml"))],
    ]
    promtool = shutil.which("promtool")
    for check in checks if promtool else []:
        done = subprocess.run(
            [str(promtool), *check], capture_output=True, text=True, check=False, cwd=MONITORING
        )
        assert done.returncode == 0, done.stdout + done.stderr


def _spelt_out(expression: str) -> str:
    """An expression as Grafana sends it."""
    return expression.replace("$organisation", ".*")
