//! The file of each URL, so that a static host serves it under the same URL.

use std::path::PathBuf;

use anyhow::{Context as _, ensure};
use conference::url::decode_path;

/// The longest name in bytes that file systems allow, with room for `.html.br`.
const LONGEST_NAME: usize = 255 - ".html.br".len();

/// The file of a page: `/schedule` is `schedule.html`, which hosts serve under both names; `/en/` is `en/index.html`.
pub(super) fn page(url: &str) -> anyhow::Result<PathBuf> {
    let name = if url.ends_with('/') { "index.html" } else { ".html" };
    file(&format!("{url}{name}"))
}

/// The file of any other URL: its path, decoded as hosts decode it, without its query.
pub(super) fn file(url: &str) -> anyhow::Result<PathBuf> {
    let path = url.split('?').next().unwrap_or_default();
    let path = decode_path(path).context("its address is no text")?;
    let path = path.strip_prefix('/').context("its address is no path")?;
    for name in path.split('/') {
        ensure!(!matches!(name, "" | "." | "..") && !name.contains(['\\', '\0']), "{name:?} is no name of a file");
        ensure!(name.len() <= LONGEST_NAME, "{name:?} is too long for the name of a file");
    }
    Ok(PathBuf::from(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_files_that_hosts_serve_without_their_extension() {
        for (url, expected) in [
            ("/", "index.html"),
            ("/en/", "en/index.html"),
            ("/schedule", "schedule.html"),
            ("/sessions/a-b", "sessions/a-b.html"),
            ("/tags/%E3%82%BF%E3%82%B0", "tags/タグ.html"),
            ("/tags/c++%2Fcli", "tags/c++/cli.html"),
            ("/tags/..", "tags/...html"),
            ("/en/tags/x.html", "en/tags/x.html.html"),
        ] {
            assert_eq!(page(url).ok(), Some(PathBuf::from(expected)), "{url}");
        }
        assert_eq!(file("/content/a/%E5%86%99.svg?x=1").ok(), Some(PathBuf::from("content/a/写.svg")));
    }

    #[test]
    fn nothing_leads_out_of_the_folder() {
        for url in
            ["/tags/a%2F..%2F..%2F..%2Fetc%2Fpasswd", "/tags/%2F", "//etc", "/a/../b", "/a%00", "/a%5Cb", "no", "/%FF"]
        {
            assert!(page(url).is_err() && file(url).is_err(), "{url}");
        }
        assert!(page(&format!("/tags/{}", "x".repeat(300))).is_err());
    }
}
