# The other side of `bench tokenizing`: the reference's own tokenizers, in .local. Without npm or its registry that benchmark says so.

ensure_hub_oracle() {
  local folder=$LOCAL/hub-oracle source=$CHECKOUT/tests/TrendGrains.Inference.Tests/HubOracle
  mkdir -p "$folder"
  if [ -d "$folder/node_modules" ] && cmp -s "$source/package-lock.json" "$folder/package-lock.json"; then
    cp "$source"/*.mjs "$folder"
    ok "reference tokenizers" "$folder"
    return
  fi
  cp "$source/package.json" "$source/package-lock.json" "$source"/*.mjs "$folder"
  if (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1); then
    ok "reference tokenizers" "$folder"
  else
    rm -rf "$folder/node_modules"
    warn "the reference's tokenizers cannot be had here: tokenizing is measured without them ($(tail -n 1 "$folder/npm.log"))"
  fi
}
