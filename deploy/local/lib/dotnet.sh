# The .NET SDK.

ensure_dotnet() {
  local version folder
  if ! have dotnet; then
    for folder in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
      [ -x "$folder/dotnet" ] && export PATH="$folder:$PATH" DOTNET_ROOT="$folder" && break
    done
  fi
  have dotnet || needs_hands "the .NET SDK 10.0.100 or newer" "$(install_line dotnet-sdk-10.0 -- dotnet-sdk-10.0)" \
    "# where no package has it: https://dotnet.microsoft.com/download/dotnet/10.0"
  # global.json decides which SDK will do. Without ICU the SDK ends at once and says so.
  version=$(sdk_version) || {
    ! grep -qF "valid ICU package" <<<"$version" || install_icu
    version=$(sdk_version)
  } ||
    fail "the .NET SDK that global.json asks for is not installed:"$'\n'"$version"
  # The built executable looks for its runtime there.
  export DOTNET_ROOT=${DOTNET_ROOT:-$(dirname "$(readlink -f "$(command -v dotnet)")")}
  ok ".NET SDK" "$version"
}

# (The shell's own remark about an aborted process goes nowhere.)
sdk_version() { (cd "$CHECKOUT" && dotnet --version 2>&1 || exit 1) 2>/dev/null; }

# Culture data and text normalisation; the package's name carries the release's version.
install_icu() {
  local package=libicu-dev
  if can_apt; then apt_update_once; fi
  if have apt-cache; then
    package=$(apt-cache pkgnames libicu | grep -E '^libicu[0-9]+$' | sort -V | tail -n 1)
    package=${package:-libicu-dev}
  fi
  can_apt || needs_hands "ICU (libicu)" "$(install_line "$package" -- libicu)"
  apt_install "$package"
}

# Builds the solution in Release; one build at a time in this checkout. No build server stays behind.
build() { with_lock build build_or_fall_back; }

build_or_fall_back() {
  local log=$RUN/build.log
  say "building ($(describe_packages))"
  if build_solution "$log"; then
    ok build "done"
    return
  fi
  warn "THE BUILD FAILED ($(describe_packages)):"
  first_errors "$log" >&2
  if [ "${TRENDGRAINS_PACKAGES:-auto}" != auto ] || [ -z "$(packages_of_mode full)" ]; then
    exit 1
  fi
  warn "FALLING BACK TO STAND-INS: this build is for a single process only"
  fall_back_to_standins
  ensure_onnxruntime
  build_solution "$log" || fail "the build with stand-ins fails too:"$'\n'"$(first_errors "$log")"
  ok build "done, with $(describe_packages)"
}

first_errors() {
  if grep -qE ': error ' "$1"; then
    sed -nE "/: error /{ s|$CHECKOUT/||g; s| \\[[^]]*\\]$||; p }" "$1" | sort -u | sed -n 1,10p
  else
    tail -n 20 "$1"
  fi
}

build_solution() {
  local started=$RUN/build.started
  touch "$started"
  (cd "$CHECKOUT" && dotnet build TrendGrains.sln -c Release -nologo -v minimal --disable-build-servers </dev/null 2>&1) |
    tee "$1" | sed -nE 's/^ *([^ ]+) -> .*/  \1/p' || return 1
  mv -f "$started" "$(build_stamp)"
}

# Name of the folder under artifacts/ that the current switch builds into.
build_variant() {
  local variant=$RUN/build-variant key
  key=$(sed -n 's/.*key: \([0-9a-f]*\).*/\1/p' "$PACKAGES_PROPS" 2>/dev/null || true)$(packages_of_mode full 2>/dev/null || true)
  if ! grep -qsxF "$key" "$variant.key" || ! [ -s "$variant" ]; then
    (cd "$CHECKOUT" && dotnet msbuild src/TrendGrains/TrendGrains.csproj -getProperty:BuildVariant -nodeReuse:false) >"$variant"
    echo "$key" >"$variant.key"
  fi
  cat "$variant"
}

build_output() { echo "$CHECKOUT/artifacts/$(build_variant)/bin/$1/release"; }

# Touched when a build began that succeeded: whatever is newer was not in it.
build_stamp() { echo "$CHECKOUT/artifacts/$(build_variant)/built"; }

is_built() {
  [ -x "$(build_output TrendGrains)/trendgrains" ] && [ -e "$(build_stamp)" ] &&
    [ -z "$(find "$CHECKOUT/src" "$CHECKOUT"/Directory.* "$CHECKOUT/global.json" "$PACKAGES_PROPS" -newer "$(build_stamp)" \
      -type f \( -name '*.cs' -o -name '*.csproj' -o -name '*.props' -o -name '*.targets' -o -name '*.json' -o -name '*.sql' \) -print -quit)" ]
}
