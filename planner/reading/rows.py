"""One row of a plan table: from its texts to its reading."""

from collections.abc import Iterable

from planner.language import N_
from planner.period import Period, Years
from planner.period.questions import ONE_FOR_ALL, UNPAIRED
from planner.reading.bodies import clean_name
from planner.reading.drafts import RowDraft
from planner.reading.notes import Note
from planner.reading.pairings import occurrences as occurrences_of
from planner.reading.times import read_execute, read_submit
from planner.text import line

NO_TITLE = N_("Dòng này chưa có nội dung công việc.")
NO_BODY = N_("Dòng này chưa có bộ phận tham mưu.")
LATE_SUBMIT = N_("Trình (%(submit)s) sau khi đã thực hiện (%(execute)s): thời gian nào đúng?")
NO_COLUMN_OF_BODIES = N_("Bảng không có cột bộ phận tham mưu (%(count)d dòng): mỗi việc thuộc bộ phận nào?")
NO_TIME = N_("Dòng này chưa có thời gian.")


def row_from_texts(
    number: str,
    title: str,
    board: str,
    submit_text: str,
    execute_text: str,
    years: Years,
    *,
    section: str | None = None,
    cooperating: Iterable[str] = (),
    source: str = "",
    pairing: str = "",
) -> RowDraft:
    """Reads a row from texts that a person has seen or typed; what is doubtful about its times is asked.

    `years` are the plan's (with the month of the row's heading where there is one); never raises.
    """
    submit_text, execute_text = line(submit_text), line(execute_text)
    submit, questions = read_submit(submit_text, years)
    execute, more = read_execute(execute_text, years)
    occurrences, unpaired = occurrences_of(submit, execute, pairing)
    row = RowDraft(
        number=line(number),
        title=line(title),
        board=clean_name(board),
        cooperating=[line(name) for name in cooperating],
        section=section,
        submit=submit,
        execute=execute,
        occurrences=list(occurrences),
        source=source,
        questions=[*questions, *more, *_unpaired(unpaired, submit, execute)],
        board_text=line(board),
        submit_text=submit_text,
        execute_text=execute_text,
        month=years.month,
        pairing=pairing,
    )
    row.questions += [*_late(row), *_missing(row)]
    return row


def _late(row: RowDraft) -> list[str]:
    """A paper is submitted before the work that it is about."""
    late = any(
        submit and execute and submit.start and execute.finish and submit.start > execute.finish
        for submit, execute in row.occurrences
    )
    known = row.questions or row.pairing  # what does not pair up is asked about already
    return [Note(LATE_SUBMIT, submit=row.submit_text, execute=row.execute_text)] if late and not known else []


def _unpaired(question: str | None, submit: Period | None, execute: Period | None) -> list[str]:
    """The pairing's question as a note that other languages can say too."""
    counts = {"submits": len(submit.spans) if submit else 0, "executes": len(execute.spans) if execute else 0}
    known = [message for message in (ONE_FOR_ALL, UNPAIRED) if question == message % counts]
    if known:
        return [Note(known[0], **counts)]
    return [question] if question else []


def _missing(row: RowDraft) -> list[str]:
    asked: list[str] = []
    if not row.title:
        asked.append(Note(NO_TITLE))
    if not row.board:
        asked.append(Note(NO_BODY))
    if not row.submit_text and not row.execute_text:
        asked.append(Note(NO_TIME))
    return asked
