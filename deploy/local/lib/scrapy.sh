# The other side of `bench crawl`. Without it that benchmark says so and goes on.

ensure_scrapy() {
  if has_scrapy; then
    ok Scrapy "$(scrapy_version)"
  elif can_apt && apt_has python3-scrapy && (apt_install python3-scrapy) && has_scrapy; then
    ok Scrapy "$(scrapy_version)"
  else
    warn "python3-scrapy is not there and cannot be installed from here: crawl is measured without it"
  fi
}

has_scrapy() { /usr/bin/python3 -c 'import scrapy' 2>/dev/null || python3 -c 'import scrapy' 2>/dev/null; }

scrapy_version() {
  local script='import scrapy; print(scrapy.__version__)'
  /usr/bin/python3 -c "$script" 2>/dev/null || python3 -c "$script"
}
