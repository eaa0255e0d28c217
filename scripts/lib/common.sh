# shellcheck shell=bash
# What every script needs: the project's folder, the pinned versions, messages, logs and root rights.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$ROOT" || exit
# shellcheck source=scripts/versions.env
. scripts/versions.env

LOGS=$ROOT/target/setup-logs
CARGO_BIN=${CARGO_HOME:-$HOME/.cargo}/bin
case ":$PATH:" in
  *":$CARGO_BIN:"*) ;;
  *) export PATH="$CARGO_BIN:$PATH" ;;
esac

say() { printf '%s\n' "$*"; }

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# Prints a number of seconds as people say it: 132 is "2m 12s".
duration() {
  if (($1 < 60)); then printf '%ss' "$1"; else printf '%dm %02ds' $(($1 / 60)) $(($1 % 60)); fi
}

# logged <name> <command...>: runs a long command quietly; its output goes to a file, whose end is shown if it fails.
logged() {
  local log=$LOGS/$1.log
  shift
  mkdir -p "$LOGS"
  if ! "$@" >"$log" 2>&1 </dev/null; then
    printf '%s\n' "this failed: $*" "the end of ${log#"$ROOT"/}:" >&2
    tail -n 20 "$log" | sed 's/^/  | /' >&2
    return 1
  fi
}

# as_root <name> <command...>: runs a logged command as root, by sudo if that asks for no password.
as_root() {
  local name=$1
  shift
  if [ "$(id -u)" = 0 ]; then
    logged "$name" "$@"
  elif sudo -n true 2>/dev/null; then
    logged "$name" sudo -n "$@"
  else
    printf '%s\n' "this step needs root; run the following line, then start again:" "" "    sudo $(printf '%q ' "$@")" "" >&2
    return 1
  fi
}
