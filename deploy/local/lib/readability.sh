# The other side of `bench reading`: Mozilla's Readability on jsdom, in .local. Without npm or its registry that benchmark says so.

ensure_readability() {
  local folder=$LOCAL/readability source=$CHECKOUT/tests/Benchmarks/Readability
  mkdir -p "$folder"
  if [ -d "$folder/node_modules" ] && cmp -s "$source/package-lock.json" "$folder/package-lock.json"; then
    cp "$source/read.mjs" "$folder"
    ok Readability "$folder"
    return
  fi
  cp "$source/package.json" "$source/package-lock.json" "$source/read.mjs" "$folder"
  if (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1); then
    ok Readability "$folder"
  else
    rm -rf "$folder/node_modules"
    warn "Readability's packages cannot be had here: reading is measured without it ($(tail -n 1 "$folder/npm.log"))"
  fi
}
