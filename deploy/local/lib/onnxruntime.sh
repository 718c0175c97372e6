# The native ONNX Runtime library for the stand-in build: one file out of the npm package onnxruntime-node,
# kept per user and linked into the checkout. The full build brings its own in the NuGet package.

ONNXRUNTIME_VERSION=1.30.0
ONNXRUNTIME_SHA256_X64=ffb75a925ba05e47b235bb66e3e3911714a80b328a9c9425539feb204aa32a23
ONNXRUNTIME_SHA256_ARM64=1f549d46250b005580b597f4164984aaf75b3bcb9f3aeb07c7f8a8fe60b23c76

ensure_node() {
  local version
  version=$(node --version 2>/dev/null | tr -d v || true)
  if [ -z "$version" ] || ! have npm; then
    can_apt || needs_hands "Node.js 18 or newer with npm" "$(install_line nodejs npm -- nodejs npm)"
    if [ -z "$version" ]; then apt_install nodejs npm; else apt_install npm; fi
    version=$(node --version | tr -d v)
  fi
  at_least "$version" 18 || fail "Node.js is $version, needed is 18 or newer: remove it so that the system's own is used, or update it"
  ok Node.js "$version"
}

ensure_onnxruntime() {
  local link=$LOCAL/onnxruntime/libonnxruntime.so file
  if [ -n "${TRENDGRAINS_ONNXRUNTIME_LIBRARY:-}" ]; then
    [ -r "$TRENDGRAINS_ONNXRUNTIME_LIBRARY" ] ||
      fail "TRENDGRAINS_ONNXRUNTIME_LIBRARY names $TRENDGRAINS_ONNXRUNTIME_LIBRARY, which cannot be read"
    ok "ONNX Runtime" "$TRENDGRAINS_ONNXRUNTIME_LIBRARY (TRENDGRAINS_ONNXRUNTIME_LIBRARY)"
    return
  fi
  file=$(onnxruntime_cache)
  is_onnxruntime "$file" || fetch_onnxruntime "$file"
  mkdir -p "$(dirname "$link")"
  [ "$(readlink "$link" || true)" = "$file" ] || ln -sfn "$file" "$link"
  ok "ONNX Runtime" "$ONNXRUNTIME_VERSION ($file)"
}

onnxruntime_platform() {
  case $(uname -sm) in
    "Linux x86_64") echo x64 ;;
    "Linux aarch64" | "Linux arm64") echo arm64 ;;
    *) fail "no ONNX Runtime library is known for $(uname -sm): set TRENDGRAINS_ONNXRUNTIME_LIBRARY to one (C API 17 or newer)" ;;
  esac
}

onnxruntime_cache() {
  echo "${XDG_CACHE_HOME:-$HOME/.cache}/trendgrains/onnxruntime/$ONNXRUNTIME_VERSION/$(onnxruntime_platform)/libonnxruntime.so"
}

onnxruntime_sha256() { if [ "$(onnxruntime_platform)" = x64 ]; then echo "$ONNXRUNTIME_SHA256_X64"; else echo "$ONNXRUNTIME_SHA256_ARM64"; fi; }

is_onnxruntime() { [ -f "$1" ] && echo "$(onnxruntime_sha256)  $1" | sha256sum -c --quiet >/dev/null 2>&1; }

fetch_onnxruntime() {
  local target=$1 package=onnxruntime-node@$ONNXRUNTIME_VERSION work inside
  inside=package/bin/napi-v6/linux/$(onnxruntime_platform)/libonnxruntime.so.1
  mkdir -p "$(dirname "$target")"
  work=$(mktemp -d "$(dirname "$target")/fetch.XXXXXX")
  say "fetching ONNX Runtime: npm pack $package (113 MB, once per user)"
  (cd "$work" && npm pack --silent "$package" >/dev/null) || fail "npm pack $package failed"
  [ "$(npm_integrity "$package")" = "$(file_integrity "$work"/*.tgz)" ] ||
    fail "the tarball of $package is not the one that the registry describes (sha512)"
  tar xzf "$work"/*.tgz -C "$work" "$inside"
  is_onnxruntime "$work/$inside" || fail "$inside in $package has another SHA-256 than the known one"
  mv -f "$work/$inside" "$target"
  rm -rf "$work"
}

npm_integrity() { npm view --silent "$1" dist.integrity; }

file_integrity() {
  node -e 'const c = require("crypto"); console.log("sha512-" + c.createHash("sha512").update(require("fs").readFileSync(process.argv[1])).digest("base64"))' "$1"
}
