# shellcheck shell=bash
# The programs that cargo-leptos is and calls: each is checked by its version and put into cargo's bin folder.

# A tool is run a few times, not for days: it is built as fast as cargo can, which takes minutes instead of half an hour.
quick_install() {
  logged "$1" nice env CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_DEBUG=0 cargo install --force --ignore-rust-version "$@"
}

has_wasm_bindgen() { [ "$(wasm-bindgen --version 2>/dev/null)" = "wasm-bindgen $WASM_BINDGEN_VERSION" ]; }

# Without --locked: its lock file names a version that crates.io has withdrawn.
install_wasm_bindgen() { quick_install wasm-bindgen-cli --version "$WASM_BINDGEN_VERSION" --no-default-features; }

has_cargo_leptos() { [ "$(cargo-leptos --version 2>/dev/null)" = "cargo-leptos $CARGO_LEPTOS_VERSION" ]; }

# Without downloads: it then names a tool that is missing instead of fetching another version of it.
install_cargo_leptos() { quick_install cargo-leptos --version "$CARGO_LEPTOS_VERSION" --locked --features no_downloads; }

has_wasm_opt() { [[ "$(wasm-opt --version 2>/dev/null)" == "wasm-opt version $BINARYEN_VERSION"* ]]; }

install_wasm_opt() {
  local home=${CARGO_BIN%/bin}/binaryen-$BINARYEN_VERSION
  mkdir -p "$home"
  logged binaryen npm install --no-save --no-audit --no-fund --prefix "$home" "binaryen@$BINARYEN_VERSION.0.0" || return 1
  ln -sf "$home/node_modules/.bin/wasm-opt" "$CARGO_BIN/wasm-opt"
}

# The program and the library that Cargo.lock holds must speak the same version.
check_wasm_bindgen_lock() {
  [ -f Cargo.lock ] || return 0
  local locked
  locked=$(grep -A1 '^name = "wasm-bindgen"$' Cargo.lock | sed -n 's/^version = "\(.*\)"/\1/p')
  [ "$locked" = "$WASM_BINDGEN_VERSION" ] && return
  fail "Cargo.lock has wasm-bindgen $locked, but scripts/versions.env has $WASM_BINDGEN_VERSION: make the two agree"
}
