# shellcheck shell=bash
# Finds a Rust toolchain that builds for the browser: rustup's wasm32 target, or else Debian's Rust.
#
# SERVERLESSCONF_TOOLCHAIN chooses: auto (rustup's server first, Debian when it does not answer), rustup, debian.

TOOLCHAIN=${SERVERLESSCONF_TOOLCHAIN:-auto}
case $TOOLCHAIN in
  auto | rustup | debian) ;;
  *) fail "SERVERLESSCONF_TOOLCHAIN is \"$TOOLCHAIN\"; it may be auto, rustup or debian" ;;
esac
TARGET=wasm32-unknown-unknown

# links_wasm [+toolchain]: whether this rustc compiles and links an empty module for the browser.
links_wasm() {
  local out status=0
  out=$(mktemp -d)
  rustc "$@" --target "$TARGET" --crate-type cdylib -o "$out/empty.wasm" - </dev/null >/dev/null 2>&1 || status=1
  rm -rf "$out"
  return $status
}

active_toolchain() { rustup show active-toolchain 2>/dev/null | cut -d' ' -f1; }

has_wasm_target() {
  case $TOOLCHAIN in
    debian) [ "$(active_toolchain)" = wasm ] || return 1 ;;
    rustup) [ "$(active_toolchain)" != wasm ] || return 1 ;;
  esac
  links_wasm
}

install_wasm_target() {
  case $TOOLCHAIN in
    rustup) from_rustup || fail "rustup could not fetch it; SERVERLESSCONF_TOOLCHAIN=debian takes Debian's Rust instead" ;;
    debian) from_debian ;;
    auto)
      # Where Debian's Rust is in use for another checkout, rustup's server did not answer before.
      if links_wasm +wasm; then
        from_debian
      elif ! from_rustup 2>/dev/null; then
        say "      rustup's server does not answer: taking Debian's Rust instead … about 3 min"
        from_debian
      fi
      ;;
  esac
}

# rustup can wait for its server without end: it gets 90 seconds.
from_rustup() {
  if [ "$(active_toolchain)" = wasm ]; then logged rustup-override rustup override unset || return 1; fi
  logged rustup-target env RUST_BACKTRACE=0 timeout --foreground --kill-after=5 90 rustup target add "$TARGET"
}

# Prints the path of the linker for wasm, which every toolchain from rustup's server holds.
rust_lld() {
  local lld
  for lld in "$(rustup show home)"/toolchains/*/lib/rustlib/"$(uname -m)"-*/bin/rust-lld; do
    if [ -x "$lld" ] && [[ $lld != */toolchains/wasm/* ]]; then
      readlink -f "$lld"
      return
    fi
  done
  return 1
}

# Links Debian's Rust as the toolchain "wasm" and selects it for this checkout alone.
from_debian() {
  rustup toolchain link wasm /usr >/dev/null 2>&1 || true
  if ! links_wasm +wasm; then
    local lld
    lld=$(rust_lld) || fail "no toolchain of rustup has rust-lld, the linker for wasm; run: rustup toolchain install stable"
    as_root debian-rust "$ROOT/scripts/debian-rust" "$lld" || return 1
    logged rustup-link rustup toolchain link wasm /usr || return 1
  fi
  logged rustup-override rustup override set wasm
}
