# shellcheck shell=bash
# The browser tests need, besides the site: Chromium, Java for the HTML checker, pdftotext for printed pages, nginx and Caddy for
# the recipes of deploy/, the packages of end2end, and readers and validators in Python.

has_chromium() { [ -x /usr/bin/chromium ] && java -version >/dev/null 2>&1 && command -v pdftotext >/dev/null; }

install_chromium() {
  local packages=()
  [ -x /usr/bin/chromium ] || packages+=(chromium)
  java -version >/dev/null 2>&1 || packages+=(default-jre-headless)
  command -v pdftotext >/dev/null || packages+=(poppler-utils)
  as_root chromium "$ROOT/scripts/debian-packages" "${packages[@]}"
}

HOSTS=target/hosts

has_hosts() { [ -e $HOSTS/complete ]; }

# Unpacks the packages instead of installing them, which would start both servers.
install_hosts() {
  rm -rf "$HOSTS" && mkdir -p "$HOSTS/packages" || return 1
  if [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; then
    as_root hosts apt-get update || say "      the package lists that are here may do"
  fi
  (cd "$HOSTS/packages" && logged hosts apt-get download nginx nginx-common libnginx-mod-http-brotli-static caddy) ||
    return 1
  local package
  for package in "$HOSTS"/packages/*.deb; do dpkg -x "$package" "$HOSTS" || return 1; done
  rm -r "$HOSTS/packages"
  touch "$HOSTS/complete"
}

has_end2end() {
  [ ! -f end2end/package-lock.json ] || [ end2end/node_modules/.package-lock.json -nt end2end/package-lock.json ]
}

install_end2end() { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 logged end2end npm ci --no-audit --no-fund --prefix end2end; }

PYTHON=target/python/bin/python

# The packages are installed if their list differs from the one that was installed last.
has_python_packages() { cmp -s scripts/python-packages.txt target/python/installed.txt; }

install_python_packages() {
  python3 -c 'import ensurepip' 2>/dev/null || as_root python "$ROOT/scripts/debian-packages" python3-venv || return 1
  logged python python3 -m venv target/python || return 1
  logged python-packages $PYTHON -m pip install --quiet --requirement scripts/python-packages.txt || return 1
  cp scripts/python-packages.txt target/python/installed.txt
}
