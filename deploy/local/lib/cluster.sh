# This checkout's private PostgreSQL cluster: loopback only, a port of its own, run by an unprivileged user.
# It never touches a cluster of the system's. Whoever uses it holds a lease; the last to leave stops it.

DATABASE_ENV=$RUN/database.env
DATABASE_PASSWORD=$LOCAL/database.password
DATABASE_NAME=trendgrains
DATABASE_ROLE=trendgrains
LEASES=$RUN/database-leases

# The user that runs the cluster: the owner of its data; for a new one postgres when we are root, else ourselves.
cluster_user() {
  local data
  for data in "$LOCAL/postgres" "$(outside_folder)/postgres"; do
    if [ -d "$data" ]; then
      stat -c %U "$data"
      return
    fi
  done
  if [ "$(id -u)" != 0 ]; then
    id -un
  elif id postgres >/dev/null 2>&1; then
    echo postgres
  else
    fail "no user postgres to run the database as: the server refuses to run as root"
  fi
}

# as_cluster_user COMMAND…: from /, because the caller's folder may be closed to that user.
as_cluster_user() {
  local user
  user=$(cluster_user)
  if [ "$user" = "$(id -un)" ]; then
    (cd / && "$@")
  elif [ "$(id -u)" = 0 ]; then
    (cd / && runuser -u "$user" -- "$@")
  else
    fail "the database in $(data_folder) belongs to $user: run as that user, or remove it"
  fi
}

outside_folder() { echo "/var/tmp/trendgrains-$(checkout_hash)"; }

# In the checkout when the cluster's user can get there, else in a folder named by the checkout's hash.
data_folder() {
  if [ -d "$LOCAL/postgres" ]; then
    echo "$LOCAL/postgres"
  elif [ -d "$(outside_folder)/postgres" ] || ! can_enter_checkout; then
    echo "$(outside_folder)/postgres"
  else
    echo "$LOCAL/postgres"
  fi
}

can_enter_checkout() {
  [ "$(cluster_user)" = "$(id -un)" ] || runuser -u "$(cluster_user)" -- test -x "$LOCAL" 2>/dev/null
}

make_data_folder() {
  local data=$1 user outside
  user=$(cluster_user)
  outside=$(outside_folder)
  if [ "$data" = "$outside/postgres" ]; then
    mkdir -m 755 "$outside" 2>/dev/null || [ -O "$outside" ] || fail "$outside exists and belongs to $(stat -c %U "$outside")"
  fi
  mkdir -m 700 "$data"
  [ "$user" = "$(id -un)" ] || chown "$user" "$data"
}

cluster_is_running() {
  local pid
  as_cluster_user "$(pg_bin)/pg_ctl" status -s -D "$1" >/dev/null 2>&1 || return 1
  # That believes any process of the noted number, also a dead one that nobody waited for or a later one.
  pid=$(as_cluster_user sed -n 1p "$1/postmaster.pid" 2>/dev/null || true)
  is_alive "$pid" && { [ ! -d /proc/self ] || works_in "$pid" "$1"; }
}

# The server and its helpers all work in the data folder.
works_in() { [ "$(readlink "/proc/$1/cwd" 2>/dev/null || true)" = "$2" ]; }

# After a kill -9: helpers that outlived their server would still write; the server's own check for them goes by its
# postmaster.pid, which may name a number that is in use again.
clear_after_crash() {
  local data=$1 process
  as_cluster_user test -e "$data/postmaster.pid" || return 0
  for process in /proc/[0-9]*; do
    if works_in "${process#/proc/}" "$data"; then
      warn "ending process ${process#/proc/}, which a killed database left"
      as_cluster_user kill -KILL "${process#/proc/}" 2>/dev/null || true
    fi
  done
  as_cluster_user rm -f "$data/postmaster.pid"
}

create_cluster() {
  local data=$1
  say "creating the database in $data"
  head -c 24 /dev/urandom | base64 | tr '+/' '-_' | write_secret "$DATABASE_PASSWORD"
  # The password goes through a pipe that the cluster's user itself opens: not on a command line, not in a file of its own.
  as_cluster_user bash -c '"$1/initdb" -D "$2" -U "$3" -E UTF8 --locale=C.UTF-8 -A scram-sha-256 --pwfile=<(cat) 2>&1' \
    bash "$(pg_bin)" "$data" "$DATABASE_ROLE" <"$DATABASE_PASSWORD" >"$RUN/initdb.log" ||
    fail "initdb failed:"$'\n'"$(tail -n 20 "$RUN/initdb.log")"
  rm -f "$RUN/initdb.log"
  as_cluster_user bash -c "echo \"include 'trendgrains.conf'\" >>\"\$1/postgresql.conf\"" bash "$data"
}

# Written at every start, so that a change here reaches clusters that exist. Sized for a laptop's two cores.
cluster_settings() {
  cat <<CONF
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 200
shared_buffers = 256MB
work_mem = 16MB
maintenance_work_mem = 256MB
effective_cache_size = 1GB
random_page_cost = 1.1
synchronous_commit = on
wal_compression = on
max_wal_size = 2GB
checkpoint_timeout = 15min
jit = off
dynamic_shared_memory_type = $(shared_memory_type)
password_encryption = scram-sha-256
timezone = 'UTC'
log_timezone = 'UTC'
logging_collector = on
log_directory = 'log'
log_filename = 'postgresql-%a.log'
log_rotation_age = 1d
log_rotation_size = 0
log_truncate_on_rotation = on
log_line_prefix = '%m [%p] %q%d '
CONF
}

# Containers often have 64 MB in /dev/shm, too little for a parallel index build, or none that users may write to.
shared_memory_type() {
  local free
  free=$(df --output=avail /dev/shm 2>/dev/null | tail -n 1 | tr -d ' ')
  if [ "${free:-0}" -ge 524288 ] && as_cluster_user test -w /dev/shm; then echo posix; else echo mmap; fi
}

# A data folder whose password was lost (the checkout was cleaned): the server's single-user mode needs none.
restore_password() {
  local data=$1
  [ ! -r "$DATABASE_PASSWORD" ] || return 0
  say "the database's password is gone from $LOCAL: setting a new one"
  head -c 24 /dev/urandom | base64 | tr '+/' '-_' | write_secret "$DATABASE_PASSWORD"
  printf "ALTER ROLE %s PASSWORD '%s'\n" "$DATABASE_ROLE" "$(cat "$DATABASE_PASSWORD")" |
    as_cluster_user "$(pg_bin)/postgres" --single -D "$data" -c logging_collector=off postgres >/dev/null 2>&1 ||
    fail "cannot set the password of the database in $data"
}

cluster_port() { sed -n 4p "$1/postmaster.pid" 2>/dev/null || as_cluster_user sed -n 4p "$1/postmaster.pid"; }

start_cluster() {
  local data port version
  data=$(data_folder)
  [ -d "$data" ] || make_data_folder "$data"
  if ! as_cluster_user test -s "$data/PG_VERSION"; then create_cluster "$data"; fi
  version=$(as_cluster_user cat "$data/PG_VERSION")
  [ "$version" = "$(pg_version "$(pg_bin)" | cut -d. -f1)" ] ||
    fail "the database in $data was made by PostgreSQL $version, installed is $(pg_version "$(pg_bin)"): remove that folder, or install $version"
  if cluster_is_running "$data"; then
    port=$(cluster_port "$data")
  else
    clear_after_crash "$data"
    restore_password "$data"
    cluster_settings | as_cluster_user tee "$data/trendgrains.conf" >/dev/null
    port=$(launch_cluster "$data") || exit 1
    ok "database" "127.0.0.1:$port, data in $data"
  fi
  connection_settings "$port" "$DATABASE_NAME" | sed "s/.*/TRENDGRAINS_DATABASE='&'/" | write_secret "$DATABASE_ENV"
  create_database
}

# Starts it and prints the port: the last one when that is still free, so that old settings stay right.
launch_cluster() {
  local data=$1 port last
  last=$(last_port)
  for _ in 1 2 3 4 5; do
    if [ -n "$last" ] && is_free_port "$last"; then port=$last; else port=$(free_port); fi
    last=
    if as_cluster_user "$(pg_bin)/pg_ctl" start -s -w -t 120 -D "$data" -l "$data/start.log" -o "-p $port" </dev/null >&2; then
      echo "$port"
      return
    fi
    as_cluster_user grep -qs 'Address already in use\|could not bind' "$data/start.log" || break
  done
  fail "the database in $data does not start:"$'\n'"$(as_cluster_user tail -n 20 "$data/start.log")"
}

connection_settings() {
  echo "Host=127.0.0.1;Port=$1;Username=$DATABASE_ROLE;Password=$(cat "$DATABASE_PASSWORD");Database=$2"
}

# The port in the settings that were written at the last start.
last_port() { sed -n 's/.*Port=\([0-9]*\).*/\1/p' "$DATABASE_ENV" 2>/dev/null || true; }

# psql against the cluster as it runs now; the password goes by the environment.
run_psql() {
  PGPASSWORD=$(cat "$DATABASE_PASSWORD") "$(pg_bin)/psql" -X -h 127.0.0.1 -p "$(last_port)" -U "$DATABASE_ROLE" "$@"
}

create_database() {
  [ -n "$(run_psql -d postgres -Atqc "SELECT 1 FROM pg_database WHERE datname = '$DATABASE_NAME'")" ] ||
    run_psql -d postgres -qc "CREATE DATABASE $DATABASE_NAME"
}

stop_cluster() {
  local data
  data=$(data_folder)
  [ -d "$data" ] && cluster_is_running "$data" || return 0
  as_cluster_user "$(pg_bin)/pg_ctl" stop -s -w -t 120 -m fast -D "$data" >&2
  ok "database" "stopped"
}

# A lease is a file named by the process that needs the cluster. `kept` stands for nobody in particular: the cluster stays
# until deploy/local/down or deploy/local/database stop.
lease_cluster() {
  mkdir -p "$LEASES"
  echo "$SCRIPT" >"$LEASES/$1"
  with_lock database start_cluster
}

# keep_cluster: whoever starts it for a moment leaves it running; one that others run is theirs to stop.
keep_cluster() {
  mkdir -p "$LEASES"
  [ -n "$(cluster_users)" ] || echo "$SCRIPT" >"$LEASES/kept"
}

release_cluster() {
  rm -f "$LEASES/$1"
  with_lock database stop_unused_cluster
}

stop_unused_cluster() {
  [ -n "$(cluster_users)" ] || stop_cluster
}

# The living holders of leases, one `pid script` a line.
cluster_users() {
  local lease holder
  for lease in "$LEASES"/*; do
    [ -f "$lease" ] || continue
    holder=$(basename "$lease")
    if [ "$holder" = kept ] || is_running "$holder"; then echo "$holder $(cat "$lease")"; else rm -f "$lease"; fi
  done
}

# use_database PID: the one that TRENDGRAINS_DATABASE names, else this checkout's own, leased until that process ends.
use_database() {
  if [ -n "${TRENDGRAINS_DATABASE:-}" ]; then
    ok database "the one that TRENDGRAINS_DATABASE names"
    return
  fi
  lease_cluster "$1"
  TRENDGRAINS_DATABASE=$(connection_settings "$(last_port)" "$DATABASE_NAME")
  export TRENDGRAINS_DATABASE
}
