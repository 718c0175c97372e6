# The PostgreSQL server and pgvector, installed on the machine. The private cluster is in cluster.sh.

PGVECTOR_LEAST=0.8.0
PGVECTOR_SOURCE=pgvector_0.8.0.orig.tar.gz
PGVECTOR_SOURCE_SHA256=867a2c328d4928a5a9d6f052cd3bc78c7d60228a9b914ad32aa3db88e9de27b0

# Folder with initdb and pg_ctl: the newest installed version, rather one that already has pgvector.
pg_bin() {
  local bin found=
  for bin in $(installed_servers); do
    [ -x "$bin/initdb" ] && [ -x "$bin/pg_ctl" ] || continue
    if [ -n "$(pgvector_version "$bin")" ]; then
      echo "$bin"
      return
    fi
    found=${found:-$bin}
  done
  echo "$found"
}

installed_servers() {
  ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin 2>/dev/null | sort -rV || true
  if have pg_config; then pg_config --bindir; fi
  if have initdb; then dirname "$(readlink -f "$(command -v initdb)")"; fi
}

pg_version() { "$1/postgres" --version | sed -E 's/^[^0-9]*([0-9.]+).*/\1/'; }

# Debian ships pg_config only with the development package; its folders are known.
pg_share_dir() {
  case $1 in
    /usr/lib/postgresql/*/bin) echo "/usr/share/postgresql/$(basename "$(dirname "$1")")" ;;
    *) "$1/pg_config" --sharedir 2>/dev/null || pg_config --sharedir 2>/dev/null || true ;;
  esac
}

pgvector_version() {
  sed -n "s/^default_version *= *'\(.*\)'.*/\1/p" "$(pg_share_dir "$1")/extension/vector.control" 2>/dev/null || true
}

at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

# The server packages make and start a cluster of their own unless told not to, before they are installed.
CREATE_NO_MAIN_CLUSTER='create_main_cluster = false'

refuse_main_cluster() {
  local conf=/etc/postgresql-common/createcluster.conf
  grep -qsE '^ *create_main_cluster *= *false' "$conf" && return
  as_root mkdir -p "$(dirname "$conf")"
  echo "$CREATE_NO_MAIN_CLUSTER" | as_root tee -a "$conf" >/dev/null
}

ensure_postgresql() {
  local bin
  bin=$(pg_bin)
  if [ -z "$bin" ]; then
    if ! can_apt; then
      have apt-get && set -- "sudo mkdir -p /etc/postgresql-common" \
        "echo '$CREATE_NO_MAIN_CLUSTER' | sudo tee -a /etc/postgresql-common/createcluster.conf"
      needs_hands "the PostgreSQL server" "$@" "$(install_line postgresql -- postgresql-server postgresql-contrib pgvector)"
    fi
    refuse_main_cluster
    # Options that a package's own configuration file would ask about are kept as they are.
    apt_install -o Dpkg::Options::=--force-confold postgresql
    bin=$(pg_bin)
    [ -n "$bin" ] || fail "PostgreSQL was installed, yet no initdb is in /usr/lib/postgresql/*/bin"
  fi
  ok PostgreSQL "$(pg_version "$bin") ($bin)"
}

ensure_pgvector() {
  local bin major version
  bin=$(pg_bin)
  version=$(pgvector_version "$bin")
  if [ -z "$version" ] || ! at_least "$version" "$PGVECTOR_LEAST"; then
    major=$(pg_version "$bin" | cut -d. -f1)
    can_apt || needs_hands "pgvector $PGVECTOR_LEAST or newer for PostgreSQL $major" "$(pgvector_by_hand "$major")"
    apt_update_once
    if apt_has "postgresql-$major-pgvector" "$PGVECTOR_LEAST"; then
      apt_install "postgresql-$major-pgvector"
    else
      build_pgvector "$bin" "$major"
    fi
    version=$(pgvector_version "$bin")
    at_least "${version:-0}" "$PGVECTOR_LEAST" || fail "pgvector is ${version:-still missing} after its installation"
  fi
  ok pgvector "$version"
}

pgvector_by_hand() {
  if ! have apt-get; then
    install_line -- pgvector
  elif apt_has "postgresql-$1-pgvector" "$PGVECTOR_LEAST"; then
    install_line "postgresql-$1-pgvector" --
  else
    cat <<TEXT
$(install_line build-essential curl ca-certificates "postgresql-server-dev-$1" --)
    curl -fsSLO "$(apt_mirrors | head -n 1)pool/main/p/pgvector/$PGVECTOR_SOURCE"
    echo "$PGVECTOR_SOURCE_SHA256  $PGVECTOR_SOURCE" | sha256sum -c && tar xzf $PGVECTOR_SOURCE && cd pgvector-$PGVECTOR_LEAST
    make OPTFLAGS="" with_llvm=no PG_CONFIG=/usr/lib/postgresql/$1/bin/pg_config && sudo make install with_llvm=no PG_CONFIG=/usr/lib/postgresql/$1/bin/pg_config
TEXT
  fi
}

# From the distribution's source package: a release that has no binary for this server still has its source in the pool.
build_pgvector() {
  local bin=$1 major=$2 build config
  apt_install build-essential curl ca-certificates "$(server_headers "$major")"
  config=$bin/pg_config
  build=$(mktemp -d)
  fetch_pgvector_source "$build/$PGVECTOR_SOURCE"
  tar xzf "$build/$PGVECTOR_SOURCE" -C "$build" --strip-components=1
  say "building pgvector $PGVECTOR_LEAST from the source package (about 15 s)"
  # OPTFLAGS: no -march=native, the library may be copied; with_llvm: no bitcode, its compiler is not needed then.
  make -C "$build" -j2 OPTFLAGS="" with_llvm=no PG_CONFIG="$config" >"$build/log" 2>&1 ||
    fail "pgvector does not build:"$'\n'"$(tail -n 20 "$build/log")"
  as_root make -C "$build" install with_llvm=no PG_CONFIG="$config" >"$build/log" 2>&1 ||
    fail "pgvector cannot be installed:"$'\n'"$(tail -n 20 "$build/log")"
  rm -rf "$build"
}

# The headers of exactly the installed server where the archive still has them: a newer package would
# upgrade the server, which restarts every cluster on the machine.
server_headers() {
  local package=postgresql-server-dev-$1 installed
  installed=$(dpkg-query -W -f '${Version}' "postgresql-$1" 2>/dev/null || true)
  if [ -n "$installed" ] && apt-cache madison "$package" | cut -d'|' -f2 | grep -qxF " $installed "; then
    echo "$package=$installed"
  else
    echo "$package"
  fi
}

fetch_pgvector_source() {
  local mirror component
  for mirror in $(apt_mirrors); do
    for component in main universe; do
      curl -fsSL --retry 2 --max-time 120 -o "$1" "${mirror%/}/pool/$component/p/pgvector/$PGVECTOR_SOURCE" 2>/dev/null || continue
      echo "$PGVECTOR_SOURCE_SHA256  $1" | sha256sum -c --quiet >/dev/null 2>&1 && return
      warn "$mirror has another $PGVECTOR_SOURCE than the one whose SHA-256 is known"
    done
  done
  fail "none of apt's mirrors has $PGVECTOR_SOURCE: $(apt_mirrors | tr '\n' ' ')"
}
