//! The options of the command line and of the environment.

mod config;
mod examples;
mod import;
mod new;
mod serve;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use conference::diagnostic::ReportLanguage;
use jiff::civil::DateTime;

use crate::{embedded, pictures::Cache};

pub use config::{Asked, read};
pub use import::{Import, ImportFormat};
pub use new::{NewEvent, NewInterview, NewItem, NewNews, NewSession, NewSpeaker};
pub use serve::{LogFormat, Serve};

/// Publishes a conference from Markdown files: the schedule, the speakers and the interviews.
#[derive(Debug, Parser)]
#[command(version, after_help = examples::PROGRAM)]
pub struct Arguments {
    /// What to do; `serve` where nothing is named.
    #[command(subcommand)]
    pub command: Command,
}

/// One command of the program.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serves the site
    Serve(Serve),
    /// Writes the whole site as files for any static host
    Export(Export),
    /// Reports every problem of the content; the exit code is 1 where there are errors
    Check(Check),
    /// Puts fields into their usual order and gives every question an id that stays; touches nothing else
    Fmt(Fmt),
    /// Starts a file: asks for what it needs on a terminal, or takes it as options
    #[command(subcommand, after_help = examples::NEW)]
    New(NewItem),
    /// Takes over schedules and interviews from elsewhere as files; run again, it keeps what you edited
    Import(Import),
    /// Prints completions for a shell
    #[command(after_help = examples::COMPLETIONS)]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Prints the manual, every command on one page (roff)
    #[command(after_help = examples::MAN)]
    Man,
}

/// The options of `export`.
#[derive(Debug, Args)]
#[command(after_help = examples::EXPORT)]
pub struct Export {
    /// The folder to write; what an export wrote there before is replaced, and what it did not write stays
    #[arg(value_name = "DIR")]
    pub target: PathBuf,
    /// The folder with program/ and interviews/
    #[arg(long, value_name = "DIR", env = "SERVERLESSCONF_CONTENT", default_value = ".")]
    pub content: PathBuf,
    /// Write into a folder that holds other files, too
    #[arg(long)]
    pub force: bool,
    /// Write no compressed files (.br, .gz) beside the others
    #[arg(long)]
    pub no_compression: bool,
    /// What the site is made of
    #[command(flatten)]
    pub site: SiteOptions,
}

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

/// The options of `check`.
#[derive(Debug, Args)]
#[command(after_help = examples::CHECK)]
pub struct Check {
    /// The folder with program/ and interviews/
    #[arg(default_value = ".", value_name = "DIR")]
    pub content: PathBuf,
    /// What the report is written for
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub format: ReportFormat,
    /// What fails besides errors
    #[arg(long, value_enum)]
    pub deny: Option<Deny>,
    /// Asks other sites whether the links to them are right; each answer is believed for a day
    #[arg(long)]
    pub external: bool,
    /// The language of the report; that of LC_ALL, LC_MESSAGES or LANG where it is not said
    #[arg(long, value_enum)]
    pub lang: Option<Lang>,
    /// When to colour the report
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub color: Color,
    /// Where pictures are kept
    #[command(flatten)]
    pub cache: CacheFolder,
}

/// The options of `fmt`.
#[derive(Debug, Args)]
#[command(after_help = examples::FMT)]
pub struct Fmt {
    /// The folder with program/ and interviews/
    #[arg(default_value = ".", value_name = "DIR")]
    pub content: PathBuf,
    /// Writes nothing; the exit code is 1 where a file would change
    #[arg(long)]
    pub check: bool,
}

/// What a report is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum ReportFormat {
    /// People: the line with a caret, and what to do
    Text,
    /// Other programs
    Json,
    /// GitHub Actions: the problem stands at its line of a pull request
    Github,
    /// Code scanning: SARIF 2.1.0
    Sarif,
}

/// What fails besides errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Deny {
    /// Warnings
    Warnings,
}

/// The language of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Lang {
    /// Japanese
    Ja,
    /// English
    En,
}

impl From<Lang> for ReportLanguage {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Ja => Self::Japanese,
            Lang::En => Self::English,
        }
    }
}

/// When to colour the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
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
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Arguments::command().debug_assert();
    }

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
