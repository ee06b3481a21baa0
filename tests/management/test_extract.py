from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

TEXT = "“We lost the bridge,” said Ilse Marten."


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    rows = [json.dumps({"doc_id": f"m{number}", "text": TEXT}) for number in range(20)]
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def printed(*names: str, **options: object) -> list[dict[str, object]]:
    stdout = io.StringIO()
    call_command("extract", *names, stdout=stdout, **options)
    return [json.loads(row) for row in stdout.getvalue().splitlines()]


def test_each_row_is_answered_in_order(articles: Path) -> None:
    rows = printed(str(articles), str(articles))

    assert [row["doc_id"] for row in rows] == [f"m{number}" for number in range(20)] * 2


def test_several_processes_answer_as_one_does(articles: Path) -> None:
    assert printed(str(articles), jobs=2) == printed(str(articles))


def test_a_broken_row_is_answered_and_the_run_goes_on_and_fails_at_the_end(
    articles: Path,
) -> None:
    articles.write_text(f"\n{articles.read_text(encoding='utf-8')}", encoding="utf-8")
    stdout = io.StringIO()

    with pytest.raises(CommandError, match=r"^1 of the rows could not be read"):
        call_command("extract", str(articles), stdout=stdout)

    first, second, *rest = map(json.loads, stdout.getvalue().splitlines())
    assert first == {"doc_id": None, "error": f"{articles}, line 1: The row is empty."}
    assert second["doc_id"] == "m0"
    assert len(rest) == 19


def test_a_file_that_is_not_there_is_named_before_anything_is_printed(
    articles: Path, tmp_path: Path
) -> None:
    stdout = io.StringIO()

    with pytest.raises(CommandError, match=r"absent\.jsonl: No such file or directory\."):
        call_command(
            "extract", str(articles), str(tmp_path / "absent.jsonl"), stdout=stdout
        )

    assert stdout.getvalue() == ""


def test_fewer_than_one_process_is_refused(articles: Path) -> None:
    with pytest.raises(CommandError, match="--jobs wants 1 or more"):
        call_command("extract", str(articles), jobs=0)


def test_the_shell_gives_rows_on_standard_input_and_gets_an_exit_code() -> None:
    given = json.dumps({"doc_id": "m1", "text": TEXT}) + "\n{}\n"

    run = subprocess.run(
        [sys.executable, "manage.py", "extract"],
        input=given.encode(),
        capture_output=True,
        check=False,
    )

    answers = [json.loads(row) for row in run.stdout.splitlines()]
    assert run.returncode == 1
    assert answers[0]["quotes"][0]["speaker"] == "Ilse Marten"
    assert answers[1]["error"] == "standard input, line 2: The row has no doc_id."
    assert run.stderr == (
        b"CommandError: 1 of the rows could not be read; see their errors.\n"
    )


def test_the_help_shows_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        call_command("extract", "--help")

    assert "manage.py extract articles.jsonl > findings.jsonl" in capsys.readouterr().out
