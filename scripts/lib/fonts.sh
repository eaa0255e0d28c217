# shellcheck shell=bash
# The fonts of the social cards, which the program holds inside of it: Noto Sans JP and Noto Sans, bold, unchanged, under
# the SIL Open Font License (cards/*-LICENSE.txt).

FONTS=target/fonts

has_card_fonts() {
  sha256sum --status --check 2>/dev/null <<EOF
$NOTO_SANS_JP_SHA256  $FONTS/NotoSansJP-Bold.otf
$NOTO_SANS_SHA256  $FONTS/NotoSans-Bold.ttf
EOF
}

install_card_fonts() {
  local home=$ROOT/$FONTS/npm
  mkdir -p "$home"
  logged card-fonts npm install --no-save --no-audit --no-fund --ignore-scripts --prefix "$home" \
    "@embedpdf/fonts-jp@$NOTO_SANS_JP_VERSION" "@expo-google-fonts/noto-sans@$NOTO_SANS_VERSION" || return 1
  mv "$home/node_modules/@embedpdf/fonts-jp/fonts/NotoSansJP-Bold.otf" "$FONTS/NotoSansJP-Bold.otf" || return 1
  mv "$home/node_modules/@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf" "$FONTS/NotoSans-Bold.ttf" || return 1
  rm -r "$home"
  # The build looks for the fonts once, until its script changes.
  touch cards/build.rs
}
