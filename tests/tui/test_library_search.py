from __future__ import annotations

from relaxtimer.tui.library.row import Row
from relaxtimer.tui.library.search import Search
from tests.tui.library_rows import BALL, BROKEN, DESK, MINE, ROWS


def found(typed: str, *rows: Row) -> list[Row]:
    rows = rows or ROWS
    return [rows[place] for place in Search(rows).find(typed)]


def test_a_routine_is_found_by_its_name_tags_summary_equipment_and_position() -> None:
    for typed in ("tennis", "massage", "muscles", "wall", "on your back", "supine"):
        assert found(typed) == [BALL], typed


def test_every_word_has_to_be_found_and_their_order_does_not_matter() -> None:
    assert found("floor ball") == [BALL]
    assert found("floor chair") == []


def test_nothing_typed_finds_everything_in_its_order() -> None:
    assert found("  ") == list(ROWS)


def test_upper_case_accents_and_hyphens_do_not_matter() -> None:
    knees = Row(id="k", name="À quatre pattes", origin="yours", positions=("hands-and-knees",))
    assert found("a QUATRE", knees) == [knees]
    assert found("hands and knees", knees) == [knees]
    assert found("Hands-And-Knees", knees) == [knees]


def test_those_with_the_word_in_their_name_come_first() -> None:
    mentioned = Row(id="1", name="Body scan", origin="bundled", summary="After the desk.")
    inside = Row(id="2", name="The desk reset", origin="bundled")
    first = Row(id="3", name="Desk reset", origin="bundled")
    assert found("desk", mentioned, inside, first) == [first, inside, mentioned]


def test_a_word_does_not_run_from_one_field_into_the_next() -> None:
    row = Row(id="x", name="Calm", origin="yours", tags=("ab", "cd"))
    assert found("abcd", row) == []


def test_a_file_with_mistakes_is_found_by_them() -> None:
    assert found("wrok") == [BROKEN]


def test_it_is_found_by_where_it_is_from() -> None:
    assert found("yours") == [BROKEN, MINE]
    assert found("bundled reset") == [DESK]
