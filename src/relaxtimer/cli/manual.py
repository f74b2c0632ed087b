"""What the help of a command says beyond its options: what it does, in sentences, and examples that work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

Page: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]


def _page(text: str, examples: tuple[tuple[str, str], ...] = ()) -> Page:
    return text, examples


_SESSION = _page(
    "A session needs no hand: it says each step's name, side and position, counts its seconds, and sounds at "
    "its half, near its end and at a change of sides. Space pauses; h stops at once where something hurts; ? "
    "shows when to stop.",
    (
        ("relaxtimer lower-back", "the full release, twelve minutes"),
        ("relaxtimer lower-back --minutes 8", "shorter: holds shrink within their bounds, the quiet end stays"),
        ("relaxtimer box-breathing --plain", "lines of text, for a screen reader or a pipe"),
        ("relaxtimer ./mine.yaml --from 3", "a file of your own, from its third step on"),
    ),
)
# What it does, and examples with what each is for.
PAGES: dict[str, Page] = {
    "run": _SESSION,
    "": _SESSION,
    "list": _page(
        "Lists the bundled routines and your own; yours come in place of bundled ones of the same name. "
        "Filters can be combined.",
        (
            ("relaxtimer list --minutes 10 --equipment none", "what fits ten minutes and needs nothing"),
            ("relaxtimer list --position sitting --json", "for a program"),
            ("relaxtimer list --exercises", "what a routine of your own can name"),
        ),
    ),
    "show": _page(
        "Shows every part of a routine with the time at which it begins, as a session would run it.",
        (("relaxtimer show lower-back --minutes 8", "what becomes of it in eight minutes"),),
    ),
    "check": _page(
        "Tells every mistake in a file with its line, what was expected and what may be meant; and where "
        "there is none, every doubt: words that take longer than their step, a turn of the body without time "
        "for it. Ends with status 2 where there are mistakes.",
        (("relaxtimer check ~/routines/*.yaml", "all at once"),),
    ),
    "preview": _page(
        "Follows a file while you write it: put your editor on one side and this on the other. Each save "
        "shows at once, step by step with its figure, or with its mistakes.",
        (("relaxtimer preview my-evening", "a routine of your own, by its name"),),
    ),
    "new": _page(
        "Writes a file with notes on everything that a routine can have, into your own folder. It is never "
        "written over.",
        (("relaxtimer new my-evening", "then: relaxtimer my-evening"),),
    ),
    "history": _page(
        "Lists what was done: when, how long, how many steps, and pain before and after. Everything is in a file on "
        "this machine; `relaxtimer doctor` tells where.",
        (("relaxtimer history --routine lower-back", "only the full release"),),
    ),
    "stats": _page(
        "Sums up: days of practice, minutes a week, pain before and after by routine, and the last seven days against "
        "the first seven. A change is called meaningful at 2 points or 30 %, and never for less.",
        (("relaxtimer stats --json", "for a program"),),
    ),
    "today": _page(
        "Tells what today holds in the plan you follow, what is done of it, and on a terminal starts the next routine. "
        "After more pain that is the short one; the reason is told.",
        (("relaxtimer today --show", "tells it, and starts nothing"),),
    ),
    "plan": _page(
        "Shows the weeks of the plan you follow, or of another. Each week is followed by the next when four of its "
        "days were done and it went well, and is repeated otherwise.",
        (
            ("relaxtimer plan --begin", "the four-week programme, from today on"),
            ("relaxtimer plan my-plan.yaml", "a plan of your own, or of your physiotherapist"),
        ),
    ),
    "remind": _page(
        "Prints what reminds you on this platform: a systemd user timer, a launchd agent, a line for cron, or an event "
        "for a calendar. Nothing is installed unless you ask for it, and --remove takes it away. A notification on "
        "the desktop needs the extra: pip install '.[notify]'.",
        (
            ("relaxtimer remind --at 15:00 --days mon-fri --install", "each afternoon"),
            ("relaxtimer remind --as ics > back.ics", "for any calendar"),
        ),
    ),
    "export": _page(
        "Writes the record as a text: everything as JSON, which `import` reads again, or a row for each session "
        "as CSV.",
        (
            ("relaxtimer export --output record.json", "everything, to be imported elsewhere"),
            ("relaxtimer export --format csv --output sessions.csv", "for a spreadsheet"),
        ),
    ),
    "import": _page(
        "Adds what was exported to the record. What is there already stays as it is, so that nothing is doubled.",
        (("relaxtimer import record.json", "from another machine"),),
    ),
    "forget": _page(
        "Takes one session out of the record, or everything: sessions, ratings, answers, and copies that the program "
        "made. It asks first, and there is no way back.",
        (
            ("relaxtimer forget 12", "one session, by its number in the history"),
            ("relaxtimer forget --all", "everything that was recorded and answered"),
        ),
    ),
    "backup": _page(
        "Copies the record into another file, whole, also while a session runs.",
        (("relaxtimer backup --output record.sqlite3", "to where you keep such things"),),
    ),
    "safety": _page(
        "Asks for nine warning signs, and then which conditions hold for you: steps are replaced or done otherwise "
        "for them, within their time. Ends with status 3 where only quiet breathing stays open.",
        (
            ("relaxtimer safety", "page by page, with a key each"),
            ("relaxtimer safety --conditions bleed,knee", "just these, from now on"),
        ),
    ),
    "render": _page(
        "Writes the very session that would be heard live. WAV needs nothing; the others need the extra: pip "
        "install '.[export]'.",
        (("relaxtimer render lower-back -o lower-back.mp3", "for a phone, with a chapter for each step"),),
    ),
    "figure": _page(
        "Plays the figure of an exercise, or draws it into files.",
        (
            ("relaxtimer figure cat-camel", "q, esc, space or enter leaves"),
            ("relaxtimer figure --sheet all.svg", "all of them on one sheet"),
        ),
    ),
    "voices": _page("Lists what can speak on this machine, the best first, and the voices of each.", ()),
    "settings": _page(
        "Tells where your settings are. In the library, a comma opens them.",
        (("relaxtimer settings --new", "a file of every setting, each with its default as a note"),),
    ),
    "sound-test": _page(
        "Plays each sound by its name, and asks whether it was heard. Says which output and which voice it is.",
        (("relaxtimer sound-test --sound-output simpleaudio", "another output than the best"),),
    ),
    "doctor": _page("Looks at everything that a session needs, and says what to do where something is missing.", ()),
    "schema": _page(
        "Writes the JSON Schema of the routine file: an editor that knows it completes fields and marks mistakes.",
        (("relaxtimer schema > routine.schema.json", "then name it in the first line of a file"),),
    ),
    "completion": _page(
        "Writes a script for your shell. It asks the program itself, so that a routine written today is offered today.",
        (
            ('eval "$(relaxtimer completion bash)"', "in ~/.bashrc"),
            ('eval "$(relaxtimer completion zsh)"', "in ~/.zshrc"),
            ("relaxtimer completion fish | source", "in config.fish"),
        ),
    ),
}


def about(command: str, words: str, width: int) -> str:
    """Give what stands above the options: one line, then what it does, wrapped to a width."""
    text, _ = PAGES[command]
    return "\n\n".join((words, "\n".join(_wrapped(text, width))))


def examples(command: str, width: int) -> str:
    """Give what stands below the options: examples, each with what it is for where there is room for that."""
    _, found = PAGES[command]
    if not found:
        return ""
    column = max(len(example) for example, _ in found) + 2
    return "\n".join(["examples:", *(line for each in found for line in _example(*each, column, width))])


def _example(example: str, what: str, column: int, width: int) -> Iterator[str]:
    if 2 + column + len(what) <= width:
        yield f"  {example:{column}}{what}"
    else:
        yield f"  {example}"
        yield from (f"      {line}" for line in _wrapped(what, width - 6))


def _wrapped(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line
