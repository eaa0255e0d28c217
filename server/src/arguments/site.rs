//! The options of every command that opens a site.

use std::path::PathBuf;

use app::Offline;
use clap::{ArgAction, Args};
use jiff::civil::DateTime;

use crate::{embedded, pictures::Cache};

/// What the site is made of, served or exported.
#[derive(Clone, Debug, Args)]
pub struct SiteOptions {
    /// Scheme and host for canonical URLs, such as `https://example.org`
    #[arg(long, value_name = "URL", env = "SERVERLESSCONF_BASE_URL", default_value = "", value_parser = base_url, hide_default_value = true)]
    pub base_url: String,
    /// The path below which the site lies, such as `/2016/`, where it shares its host with others
    #[arg(long, value_name = "PATH", env = "SERVERLESSCONF_BASE_PATH", default_value = "/", value_parser = base_path)]
    pub base_path: String,
    /// Show the site as of this moment of the event's time zone, such as 2016-10-01T10:30
    #[arg(long, value_name = "TIME")]
    pub at: Option<DateTime>,
    /// The copies that browsers keep
    #[command(flatten)]
    pub offline: OfflineOptions,
    /// Where pictures are kept
    #[command(flatten)]
    pub cache: CacheFolder,
    /// Where the built files are
    #[command(flatten)]
    pub build: Build,
    /// A file with options; serverlessconf.toml in the content folder where it is not said
    #[arg(long, value_name = "FILE", env = "SERVERLESSCONF_CONFIG")]
    pub config: Option<PathBuf>,
    /// Print all options in force and where they come from, and do nothing else
    #[arg(long)]
    pub print_config: bool,
}

/// The copies of the site that browsers keep for times without a network.
#[derive(Clone, Copy, Debug, Args)]
pub struct OfflineOptions {
    /// Let browsers keep no copy of the site for times without a network, and delete the copies that they have
    #[arg(long, env = "SERVERLESSCONF_NO_OFFLINE", value_parser = clap::builder::FalseyValueParser::new(), action = ArgAction::SetTrue)]
    pub no_offline: bool,
    /// How many megabytes a browser may keep; pictures come last
    #[arg(long, value_name = "MB", env = "SERVERLESSCONF_OFFLINE_LIMIT", default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    pub offline_limit: u32,
}

impl OfflineOptions {
    /// The copies that browsers may keep.
    pub(crate) fn copies(self) -> Offline {
        if self.no_offline { Offline::Off } else { Offline::Megabytes(self.offline_limit) }
    }
}

/// Where the renditions of pictures are kept between runs.
#[derive(Clone, Debug, Args)]
pub struct CacheFolder {
    /// Where pictures are kept between runs; ~/.cache/serverlessconf where it is not said
    #[arg(long, value_name = "DIR", env = "SERVERLESSCONF_CACHE")]
    pub cache: Option<PathBuf>,
}

impl CacheFolder {
    /// Opens the cache.
    pub fn open(self) -> Cache {
        self.cache.map_or_else(Cache::of_user, Cache::open)
    }
}

/// Where cargo-leptos put what it built; it sets these variables itself.
#[derive(Clone, Debug, Args)]
pub struct Build {
    /// The folder of the built files; those inside of the program, or target/site, where it is not said
    #[arg(long, value_name = "DIR", env = "LEPTOS_SITE_ROOT")]
    pub site_root: Option<PathBuf>,
    /// The folder of wasm and styles in it
    #[arg(long, env = "LEPTOS_SITE_PKG_DIR", default_value = "pkg", hide = true)]
    pub pkg_dir: String,
    /// The name of the files in that folder
    #[arg(long, env = "LEPTOS_OUTPUT_NAME", default_value = "serverlessconf", hide = true)]
    pub output_name: String,
}

impl Build {
    /// The folder of the built files; `None` if they are inside the program.
    pub fn folder(&self) -> Option<PathBuf> {
        match &self.site_root {
            Some(folder) => Some(folder.clone()),
            None if embedded::site_files().next().is_some() => None,
            None => Some(PathBuf::from("target/site")),
        }
    }
}

fn base_url(text: &str) -> Result<String, String> {
    let text = text.trim_end_matches('/');
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', ' ', '"']) => Ok(text.to_owned()),
        None if text.is_empty() => Ok(String::new()),
        _ => Err("write the scheme and the host alone, such as https://example.org".to_owned()),
    }
}

/// Reads a base path: `/2016/` as `/2016`, and `/` as nothing. It is the prefix of the path of every page.
fn base_path(text: &str) -> Result<String, String> {
    let path = text.trim_matches('/');
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~');
    let plain = |name: &str| !name.is_empty() && !name.starts_with('.') && name.bytes().all(allowed);
    match path {
        "" => Ok(String::new()),
        path if path.split('/').all(plain) => Ok(format!("/{path}")),
        _ => Err("write names of letters, digits, hyphens and dots between slashes, such as /2016/".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_paths_are_names_between_slashes() {
        for (text, path) in [("/2016/", "/2016"), ("2016", "/2016"), ("/", ""), ("", ""), ("/a/b-c/", "/a/b-c")] {
            assert_eq!(base_path(text).as_deref(), Ok(path), "{text}");
        }
        for bad in ["/a//b", "/..", "/a b", "/a?b", "/日本", "/\"x"] {
            assert!(base_path(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn base_urls_are_scheme_and_host() {
        assert_eq!(base_url("https://example.org/"), Ok("https://example.org".to_owned()));
        assert_eq!(base_url(""), Ok(String::new()));
        for bad in ["example.org", "https://", "https://example.org/2016", "ftp://example.org"] {
            assert!(base_url(bad).is_err(), "{bad}");
        }
    }
}
