//! Finds the fonts of the cards, which set-up installs. Without them everything builds, and there are no cards.

use std::{env, path::PathBuf};

/// The variable with the path of each font, and its file.
const FONTS: [(&str, &str); 2] =
    [("SERVERLESSCONF_FONT_JAPANESE", "NotoSansJP-Bold.otf"), ("SERVERLESSCONF_FONT_LATIN", "NotoSans-Bold.ttf")];

fn main() {
    println!("cargo::rustc-check-cfg=cfg(fonts)");
    println!("cargo::rerun-if-env-changed=SERVERLESSCONF_FONTS");
    // Set-up touches this file after it has installed the fonts: a path that is missing would be looked for in every build.
    println!("cargo::rerun-if-changed=build.rs");
    let installed = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../target/fonts");
    let folder = env::var_os("SERVERLESSCONF_FONTS").map_or(installed, PathBuf::from);
    let mut are_all_there = true;
    for (variable, file) in FONTS {
        let font = folder.join(file);
        match font.canonicalize() {
            Ok(font) => {
                println!("cargo::rerun-if-changed={}", font.display());
                println!("cargo::rustc-env={variable}={}", font.display());
            }
            Err(_) => {
                are_all_there = false;
                println!(
                    "cargo::warning=the program gets no social cards, because {} is missing; `scripts/setup build` \
                     installs it",
                    font.display()
                );
            }
        }
    }
    if are_all_there {
        println!("cargo::rustc-cfg=fonts");
    }
}
