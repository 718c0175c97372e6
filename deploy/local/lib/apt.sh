# The machine's own packages: apt as root or through sudo without a password; elsewhere the exact lines to run.

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

can_be_root() { [ "$(id -u)" = 0 ] || { have sudo && sudo -n true 2>/dev/null; }; }

can_apt() { have apt-get && can_be_root; }

apt_update_once() {
  [ -z "${APT_UPDATED:-}" ] || return 0
  say "apt-get update"
  as_root apt-get -q -o DPkg::Lock::Timeout=300 update | sed 's/^/  /'
  APT_UPDATED=1
}

# apt_has NAME [LEAST]: the distribution offers that package, in that version or a later one.
apt_has() {
  local candidate
  candidate=$(apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: //p')
  [ -n "$candidate" ] && [ "$candidate" != "(none)" ] || return 1
  [ -z "${2:-}" ] || dpkg --compare-versions "$candidate" ge "$2"
}

apt_install() {
  apt_update_once
  say "apt-get install $*"
  as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 \
    apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 install --no-install-recommends --no-upgrade "$@" </dev/null 2>&1 |
    sed -n -E '/^(Get|Setting up|E:|W:)|newly installed/ s/^/  /p' || fail "apt-get install $* failed"
}

# The archives that apt is configured with, e.g. to fetch one file from their pools.
apt_mirrors() { apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null | sort -u; }

# Ends the script: somebody with the right to do so must run these lines. LINE… are commands for Debian and Ubuntu.
needs_hands() {
  local what=$1
  shift
  warn "$what is missing and cannot be installed from here: $(why_not_apt)"
  warn "run this, then $SCRIPT again:"
  printf '    %s\n' "$@" >&2
  exit 1
}

why_not_apt() {
  if have apt-get; then echo "this needs root, or sudo without a password"; else echo "no apt-get on this machine"; fi
}

# install_line DEBIAN… -- OTHERS: the line that installs by the machine's own package manager.
install_line() {
  local debian=() name
  while [ "$1" != -- ]; do
    debian+=("$1")
    shift
  done
  shift
  if have apt-get; then
    echo "sudo apt-get update && sudo apt-get install --no-install-recommends ${debian[*]}"
    return
  fi
  for name in dnf zypper pacman apk brew; do
    have "$name" || continue
    case $name in
      pacman) echo "sudo pacman -S $*" ;;
      apk) echo "sudo apk add $*" ;;
      brew) echo "brew install $*" ;;
      *) echo "sudo $name install $*" ;;
    esac
    return
  done
  echo "# install with your system's package manager: $*"
}
