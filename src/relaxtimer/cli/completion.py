"""`relaxtimer completion SHELL`: what makes a shell complete commands, options, routines and exercises."""

from __future__ import annotations

import argparse
from typing import TextIO

from relaxtimer.cli.candidates import candidates
from relaxtimer.cli.failure import WRONG_USAGE, Failure

# Each asks the program itself, so that a routine written today is offered today; where it has nothing to offer, there
# are files.
_SCRIPTS = {
    "bash": r"""# eval "$(relaxtimer completion bash)", in ~/.bashrc
_relaxtimer() {
    local word about
    COMPREPLY=()
    while IFS=$'\t' read -r word about; do
        COMPREPLY+=("$(printf %q "$word")")
    done < <(relaxtimer completion bash --complete "$COMP_CWORD" "${COMP_WORDS[@]}" 2>/dev/null)
}
complete -o default -o bashdefault -F _relaxtimer relaxtimer
""",
    "zsh": r"""# eval "$(relaxtimer completion zsh)", in ~/.zshrc after compinit
_relaxtimer() {
    local -a found
    local word about
    while IFS=$'\t' read -r word about; do
        found+=("${word//:/\\:}:$about")
    done < <(relaxtimer completion zsh --complete $((CURRENT - 1)) "${words[@]}" 2>/dev/null)
    if (( $#found )); then
        _describe relaxtimer found
    else
        _files
    fi
}
compdef _relaxtimer relaxtimer
""",
    "fish": r"""# relaxtimer completion fish | source, in ~/.config/fish/config.fish
function __relaxtimer
    set -l before (commandline -opc)
    relaxtimer completion fish --complete (count $before) $before (commandline -ct) 2>/dev/null
end
complete -c relaxtimer -k -a '(__relaxtimer)'
""",
}


def completion(options: argparse.Namespace, out: TextIO) -> int:
    """Write the script of a shell; or, for the script, what a word may go on to be, each with a line about it.

    Raises `Failure` where no words are given to complete.
    """
    if options.complete is None:
        out.write(_SCRIPTS[options.shell])
        return 0
    if not options.complete or not options.complete[0].isdecimal():
        raise Failure("--complete takes the place of a word, and then all words", WRONG_USAGE)
    place, words = int(options.complete[0]), options.complete[1:]
    before, word = words[1:place], (words[place:] or [""])[0]
    out.writelines(f"{each}\t{about}\n" for each, about in candidates(before, word))
    return 0
