# The build switch: which of the five switched packages the configured NuGet feeds really restore, kept in
# .local/packages.props. TRENDGRAINS_PACKAGES: auto (try, the default), standin, full (no trying, no falling back).

SWITCHED_PACKAGES=(Orleans HotChocolate OnnxRuntime Pgvector FFMpegCore)
PACKAGES_PROPS=$LOCAL/packages.props
PROBE_SECONDS=60

# The packages behind each switch, as Directory.Packages.props lists them.
package_ids() {
  local prefix
  case $1 in
    Orleans) prefix='Microsoft\.Orleans\.' ;;
    OnnxRuntime) prefix='Microsoft\.ML\.OnnxRuntime' ;;
    *) prefix=$1 ;;
  esac
  sed -nE "s/.*<PackageVersion Include=\"(${prefix}[^\"]*)\".*/\1/p" "$CHECKOUT/Directory.Packages.props"
}

ensure_packages() {
  local mode=${TRENDGRAINS_PACKAGES:-auto} answer
  case $mode in
    auto | standin | full) ;;
    *) fail "TRENDGRAINS_PACKAGES is '$mode'; it may be auto, standin or full" ;;
  esac
  if ! grep -qsF "key: $(packages_key "$mode")" "$PACKAGES_PROPS"; then
    if [ "$mode" = auto ]; then answer=$(probe_packages); else answer=$(printf "%s $mode\n" "${SWITCHED_PACKAGES[@]}"); fi
    # The first restore of a user writes a NuGet configuration, so the key is taken again.
    write_packages_props "$(packages_key "$mode")" <<<"$answer"
  fi
  ok packages "$(describe_packages)"
}

# What the answer depends on: the mode, the versions asked for, and every NuGet configuration that applies here.
packages_key() {
  local folder=$CHECKOUT
  {
    echo "$1"
    cat "$CHECKOUT/Directory.Packages.props" "${BASH_SOURCE[0]}"
    while [ "$folder" != / ]; do
      cat "$folder"/[Nn]u[Gg]et.[Cc]onfig 2>/dev/null || true
      folder=$(dirname "$folder")
    done
    cat "$HOME"/.nuget/NuGet/*.[Cc]onfig "$HOME"/.config/NuGet/*.[Cc]onfig "$HOME"/.nuget/config/*.[Cc]onfig \
      /etc/opt/NuGet/Config/*.[Cc]onfig 2>/dev/null || true
  } | sha256sum | cut -c1-16
}

# Prints `Package standin|full` a line, from a real restore of a throw-away project for each, all at once.
probe_packages() {
  local work name
  work=$(mktemp -d)
  say "trying which packages the NuGet feeds have (at most $PROBE_SECONDS s, once; remove ${PACKAGES_PROPS#"$CHECKOUT"/} to try again)" >&2
  for name in "${SWITCHED_PACKAGES[@]}"; do
    probe_project "$name" "$work/$name"
    probe_restore "$work/$name" &
  done
  wait
  for name in "${SWITCHED_PACKAGES[@]}"; do
    if [ -e "$work/$name/restored" ]; then
      echo "$name full"
    else
      echo "$name standin"
      say "  $name: $(probe_failure "$work/$name")" >&2
    fi
  done
  rm -rf "$work"
}

probe_project() {
  mkdir -p "$2"
  cp "$CHECKOUT/global.json" "$2"
  cp "$CHECKOUT"/[Nn]u[Gg]et.[Cc]onfig "$2" 2>/dev/null || true
  cat >"$2/probe.csproj" <<XML
<Project>
  <PropertyGroup>
    <DirectoryPackagesPropsPath>$CHECKOUT/Directory.Packages.props</DirectoryPackagesPropsPath>
  </PropertyGroup>
  <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
    <NuGetAudit>false</NuGetAudit>
  </PropertyGroup>
  <ItemGroup>
$(package_ids "$1" | sed 's|.*|    <PackageReference Include="&" />|')
  </ItemGroup>
  <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
</Project>
XML
}

probe_restore() {
  local id source
  cd "$1" || return
  timeout -k 5 "$PROBE_SECONDS" dotnet restore probe.csproj -nologo --disable-build-servers >log 2>&1 || {
    [ $? != 124 ] || echo "error : no answer within $PROBE_SECONDS s" >>log
    return
  }
  # NuGet's cache also answers for feeds that this machine no longer has; another machine could not repeat that.
  dotnet nuget list source --format short | cut -d' ' -f2- >sources
  for id in $(sed -nE 's/.*<PackageReference Include="([^"]*)".*/\1/p' probe.csproj); do
    source=$(cached_from "$id")
    grep -qxF "${source:-unknown}" sources || {
      echo "error : $id is only cached, from $source, which is no configured source" >log
      return
    }
  done
  touch restored
}

# The feed that a restored package came from, as NuGet noted beside it.
cached_from() {
  local folder path
  folder=$(sed -nE '/"packageFolders"/,/}/ s/^ *"(.*)": \{\}.*/\1/p' obj/project.assets.json | head -n 1)
  path=$(grep -oiE "\"path\": \"${1//./\\.}/[^\"]*\"" obj/project.assets.json | head -n 1 | cut -d'"' -f4)
  sed -nE 's/.*"source": "(.*)".*/\1/p' "$folder$path/.nupkg.metadata"
}

probe_failure() { sed -nE 's/.*error ([A-Z0-9]*) ?: (.*)/\1 \2/p' "$1/log" | sed 's/ \[.*//; s/^ //' | sort | head -n 1 | cut -c1-160; }

# Reads `Package standin|full` lines.
write_packages_props() {
  local name mode
  {
    echo "<!-- Written by deploy/local: what the configured NuGet feeds restore. key: $1 -->"
    echo "<Project>"
    echo "  <PropertyGroup>"
    while read -r name mode; do
      echo "    <${name}Packages Condition=\"'\$(${name}Packages)' == ''\">$mode</${name}Packages>"
    done
    echo "  </PropertyGroup>"
    echo "</Project>"
  } >"$PACKAGES_PROPS.new"
  mv -f "$PACKAGES_PROPS.new" "$PACKAGES_PROPS"
}

# standin or full for one package.
package_mode() { sed -nE "s/.*<$1Packages .*>(.*)<.*/\1/p" "$PACKAGES_PROPS"; }

packages_of_mode() {
  local name
  for name in "${SWITCHED_PACKAGES[@]}"; do
    [ "$(package_mode "$name")" != "$1" ] || printf '%s ' "$name"
  done
}

describe_packages() {
  local full standin
  full=$(packages_of_mode full)
  standin=$(packages_of_mode standin)
  if [ -z "$full" ]; then
    echo "stand-ins for all five (${standin% })"
  elif [ -z "$standin" ]; then
    echo "full: the real ${full% }"
  else
    echo "mixed: the real ${full% }; stand-ins for ${standin% }"
  fi
}

# After a failed build: stand-ins for everything, under the same key, until versions or feeds change.
fall_back_to_standins() {
  printf '%s standin\n' "${SWITCHED_PACKAGES[@]}" | write_packages_props "$(packages_key "${TRENDGRAINS_PACKAGES:-auto}")"
}
