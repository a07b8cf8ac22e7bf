#!/usr/bin/env bash
# Runs a program for as long as the process at the other end of stdin lives.
#
#   guard.sh FOLDER COMMAND...
#
# The first line of output is the program's process id; the exit code is the program's. When stdin ends, which happens
# however the owner dies, the program's whole process group is killed and FOLDER (if not empty) is deleted.
folder=$1
shift
exec 3<&0

# A shell without job control ignores SIGINT for background children, and what is ignored stays so over exec.
# The program names itself, so that this comes before its own output and when it leads a group of its own.
setsid env --default-signal bash -c 'echo $$; exec "$@"' guarded "$@" </dev/null 3<&- &
program=$!
# From here on only the program speaks; bash would report every child that a signal ends.
exec 2>/dev/null

(
  trap '' INT HUP
  read -r -u 3 _
  # From here on it finishes, although the program's end makes the guard end it.
  trap '' TERM
  # Both: the program may be so young that it does not lead a group yet.
  kill -KILL -- "-$program" "$program"
  if [[ -n $folder ]]; then rm -rf -- "$folder"; fi
) >/dev/null &
watcher=$!
trap '' INT TERM HUP
exec 3<&-

wait "$program"
code=$?
# What the program started goes with it: its group still has its number.
kill -KILL -- "-$program"
kill -TERM "$watcher"
wait "$watcher"
exit "$code"
