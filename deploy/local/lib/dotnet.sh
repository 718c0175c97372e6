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
  ensure_icu
  # global.json decides which SDK will do.
  version=$(cd "$CHECKOUT" && dotnet --version 2>&1) ||
    fail "the .NET SDK that global.json asks for is not installed:"$'\n'"$version"
  ok ".NET SDK" "$version"
}

# .NET needs ICU for culture data and text normalisation; the package's name carries the release's version.
ensure_icu() {
  local package
  [ "$(uname -s)" = Linux ] || return 0
  if ldconfig -p 2>/dev/null | grep -q libicuuc || ls /usr/lib*/libicuuc.so.* /usr/lib/*/libicuuc.so.* >/dev/null 2>&1; then return 0; fi
  can_apt || needs_hands "ICU (libicu)" "$(install_line 'libicu-dev' -- icu)"
  apt_update_once
  package=$(apt-cache pkgnames libicu | grep -E '^libicu[0-9]+$' | sort -V | tail -n 1)
  apt_install "${package:-libicu-dev}"
}
