# The other side of `bench models`: an Express server with onnxruntime-node, in .local. Without npm or its registry that benchmark says so.

ensure_model_server() {
  local folder=$LOCAL/model-server source=$CHECKOUT/tests/Benchmarks/Serving/Express
  mkdir -p "$folder"
  if [ -d "$folder/node_modules" ] && cmp -s "$source/package-lock.json" "$folder/package-lock.json"; then
    cp "$source/server.mjs" "$folder"
    ok "model server" "$folder"
    return
  fi
  cp "$source/package.json" "$source/package-lock.json" "$source/server.mjs" "$folder"
  # Scripts are not run: onnxruntime-node's fetches libraries for other devices.
  if (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1); then
    ok "model server" "$folder"
  else
    rm -rf "$folder/node_modules"
    warn "the packages of the HTTP server cannot be had here: models are measured without it ($(tail -n 1 "$folder/npm.log"))"
  fi
}
