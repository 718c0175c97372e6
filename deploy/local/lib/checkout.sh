# Where this checkout is, how its scripts speak, and what is left of earlier runs. Sourced first by every script.

CHECKOUT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd -P)
LOCAL=$CHECKOUT/.local
RUN=$LOCAL/run
SCRIPT=$(basename "$0")

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

say() { printf '%s: %s\n' "$SCRIPT" "$*"; }
warn() { printf '%s: %s\n' "$SCRIPT" "$*" >&2; }
fail() {
  warn "$*"
  exit 1
}

# One line a step: `setup: PostgreSQL … 15.18`. What happens in between is printed on lines of its own.
ok() { say "$1 … $2"; }

have() { command -v "$1" >/dev/null 2>&1; }

# Other users must be able to pass through .local (the database runs as one); what is secret in it is mode 600.
prepare_local() {
  mkdir -p "$RUN" 2>/dev/null || true
  [ -w "$RUN" ] ||
    fail "cannot write $LOCAL (owner: $(stat -c %U "$LOCAL" 2>/dev/null || echo unknown)); remove it or run as that user"
  [ -O "$LOCAL" ] && chmod 755 "$LOCAL"
  [ -O "$RUN" ] && chmod 755 "$RUN"
  return 0
}

# Writes standard input to a file that only its owner reads, in one step, so that no reader sees half of it.
write_secret() {
  local target=$1 new
  new=$(mktemp "$target.XXXXXX")
  chmod 600 "$new"
  cat >"$new"
  mv -f "$new" "$target"
}

checkout_hash() { printf '%s' "$CHECKOUT" | sha256sum | cut -c1-12; }

is_running() { [ -n "$1" ] && { kill -0 "$1" 2>/dev/null || [ -d "/proc/$1" ]; }; }

# True while nobody listens on the loopback port.
is_free_port() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# A port below the range from which the kernel picks outgoing ones, so that it stays free until it is bound.
free_port() {
  local port
  for _ in $(seq 50); do
    port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
    if is_free_port "$port"; then
      echo "$port"
      return
    fi
  done
  fail "no free port between 20000 and 32000 on 127.0.0.1"
}

LOCKS_HELD=

# with_lock NAME COMMAND…: one at a time in this checkout. What the command leaves running does not inherit the lock
# (bash keeps a redirected descriptor aside as close-on-exec). Inside it, also in a trap after a failure there, the
# same lock is not taken again.
with_lock() {
  local name=$1
  shift
  case $LOCKS_HELD in
    *"<$name>"*)
      "$@"
      return
      ;;
  esac
  exec 9>"$RUN/$name.lock"
  flock 9
  LOCKS_HELD+="<$name>"
  "$@" 9>&-
  LOCKS_HELD=${LOCKS_HELD/"<$name>"/}
  exec 9>&-
}
