# The demonstration: a pretend press beside the server. What it writes is made up, so it lies in a database of its own that
# never meets the real one, and that each demonstration begins anew: an earlier press' addresses are gone with it.

DEMO_DATABASE=trendgrains_demo
PRESS_PID=$RUN/press.pid
PRESS_READY=$RUN/press.json
PRESS_LOG=$RUN/press.log

# Its sources are looked at this often. A simulated minute passes in half a second.
DEMO_INTERVAL=5s
DEMO_SPEED=120
DEMO_SEED=7

# use_demo_database PID: leased until that process ends.
use_demo_database() {
  [ -z "${TRENDGRAINS_DATABASE:-}" ] || fail "--demo makes a database of its own: unset TRENDGRAINS_DATABASE"
  lease_cluster "$1"
  run_psql -d postgres -qc "SET client_min_messages = warning" \
    -c "DROP DATABASE IF EXISTS $DEMO_DATABASE WITH (FORCE)" -c "CREATE DATABASE $DEMO_DATABASE"
  TRENDGRAINS_DATABASE=$(connection_settings "$(last_port)" "$DEMO_DATABASE")
  export TRENDGRAINS_DATABASE
}

# start_press SEED SPEED: sets press to its process once it serves. A copy, as the server's is.
start_press() {
  rm -rf "$RUN/press" "$PRESS_READY"
  cp -R "$(build_output TrendGrains.Press)" "$RUN/press"
  "$RUN/press/trendgrains-press" --seed "$1" --speed "$2" --until-present --ready "$PRESS_READY" </dev/null >"$PRESS_LOG" 2>&1 &
  press=$!
  note_process "$PRESS_PID" "$press"
  while is_alive "$press" && ! [ -s "$PRESS_READY" ]; do sleep 0.1; done
  is_alive "$press" || fail "the pretend press does not start:"$'\n'"$(tail -n 20 "$PRESS_LOG")"
  ok "pretend press" "seed $1, $2 x as fast as time until it reaches the present; log in ${PRESS_LOG#"$CHECKOUT"/}"
}

# One line a source: slug, kind, address, whether its entries are followed, title.
press_sources() {
  node -e '
    const note = JSON.parse(require("fs").readFileSync(process.argv[1]));
    for (const { name, source } of note.outlets)
      console.log([source.slug, source.kind, source.url, source.followEntries ? "follow" : "-", name].join("\t"));' "$PRESS_READY"
}

# Through the operator's verb, as anybody adds a source; a few at once, because most of it is a process' start.
add_press_sources() {
  local slug kind url follow name added=0
  while IFS=$'\t' read -r slug kind url follow name; do
    set -- "$url" --id "$slug" --kind "$kind" --title "$name" --every "$DEMO_INTERVAL" --delay 0s --internal --synthetic
    [ "$follow" != follow ] || set -- "$@" --follow
    { "$RUN/app/trendgrains" sources add "$@" </dev/null >/dev/null || warn "source $slug was not added"; } &
    added=$((added + 1))
    [ $((added % 4)) != 0 ] || wait_for_adding
  done < <(press_sources)
  wait_for_adding
  ok "pretend press" "$added sources added"
}

wait_for_adding() {
  local job
  for job in $(jobs -rp); do
    [ "$job" = "$press" ] || [ "$job" = "$serve" ] || wait "$job" || true
  done
}

stop_press() {
  if [ -n "${press:-}" ]; then
    stop_process "$press" 10
    wait "$press" 2>/dev/null || true
    press=
  fi
  rm -rf "$PRESS_PID" "$PRESS_READY" "$RUN/press"
}
