# The browser that tests of rendered pages use; the product renders only where an operator installed one. Without it those tests are skipped.

ensure_chromium() {
  local program
  for program in google-chrome-stable google-chrome chromium chromium-browser; do
    if have "$program"; then
      ok Chromium "$(command -v "$program")"
      return
    fi
  done
  # Ubuntu's package of that name only points to a snap.
  if grep -qsx 'ID=debian' /etc/os-release && can_apt && apt_has chromium && (apt_install chromium) && have chromium; then
    ok Chromium "$(command -v chromium)"
  else
    warn "no Chromium is there and none can be installed from here: tests of rendered pages are skipped"
  fi
}
