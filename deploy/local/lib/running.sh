# What `up` left running for `down` to find: process ids in files, believed only when the process is the one that was noted.

UP_PID=$RUN/up.pid
SERVE_PID=$RUN/serve.pid

# The process that a file names, or nothing. Numbers are used again, so its start time is noted beside it.
noted_process() {
  local pid since
  read -r pid since 2>/dev/null <"$1" || return 0
  [ "$since" != "$(process_start "$pid")" ] || ! is_running "$pid" || echo "$pid"
}

note_process() { echo "$2 $(process_start "$2")" >"$1"; }

process_start() {
  if [ -r "/proc/$1/stat" ]; then
    sed -E 's/.*\) //' "/proc/$1/stat" | cut -d' ' -f20
  else
    ps -o lstart= -p "$1" 2>/dev/null | tr ' ' '_' || true
  fi
}

# stop_process PID SECONDS: asks it to end, waits, and ends it by force after that.
stop_process() {
  local tenths=$(($2 * 10))
  kill -TERM "$1" 2>/dev/null || return 0
  while is_alive "$1" && [ "$tenths" -gt 0 ]; do
    sleep 0.1
    tenths=$((tenths - 1))
  done
  if is_alive "$1"; then
    warn "process $1 did not end within $2 s: killing it"
    kill -KILL "$1" 2>/dev/null || true
  fi
}

# A child that has ended but was not waited for yet still has its number.
is_alive() { is_running "$1" && ! grep -qs '^State:.*Z' "/proc/$1/status"; }
