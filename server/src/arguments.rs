//! What can be said on the command line and in the environment.

use std::{net::SocketAddr, path::PathBuf};

use clap::{ArgAction, Args, Parser, Subcommand};
use jiff::civil::DateTime;

/// Publishes a conference from Markdown files: the schedule, the speakers and the interviews.
#[derive(Debug, Parser)]
#[command(version, about, after_help = EXAMPLES)]
pub struct Arguments {
    /// What to do; `serve` where nothing is named.
    #[command(subcommand)]
    pub command: Option<Command>,
}

const EXAMPLES: &str = "\
Examples:
  serverlessconf serve --watch             preview the conference in this folder
  serverlessconf serve --content my-event  serve another one
  serverlessconf check my-event            find what is wrong with its files";

/// One command of the program.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serves the site
    Serve(Serve),
    /// Reports every problem of the content; the exit code is 1 where there are errors
    Check(Check),
}

/// The options of `serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// The folder with program/ and interviews/
    #[arg(long, value_name = "DIR", env = "SERVERLESSCONF_CONTENT", default_value = ".")]
    pub content: PathBuf,
    /// Where to listen
    #[arg(long, env = "LEPTOS_SITE_ADDR", default_value = "127.0.0.1:3000")]
    pub addr: SocketAddr,
    /// Follow changes of the files, and renew the browser
    #[arg(long, env = "LEPTOS_WATCH", value_parser = clap::builder::FalseyValueParser::new(), action = ArgAction::SetTrue)]
    pub watch: bool,
    /// Scheme and host for canonical URLs, such as `https://example.org`
    #[arg(long, value_name = "URL", env = "SERVERLESSCONF_BASE_URL", default_value = "", value_parser = base_url, hide_default_value = true)]
    pub base_url: String,
    /// Show the site as of this moment of the event's time zone, such as 2016-10-01T10:30
    #[arg(long, value_name = "TIME")]
    pub at: Option<DateTime>,
    /// Where the built files are
    #[command(flatten)]
    pub build: Build,
}

/// Where cargo-leptos put what it built; it sets these variables itself.
#[derive(Clone, Debug, Args)]
pub struct Build {
    /// The folder of the built files
    #[arg(long, value_name = "DIR", env = "LEPTOS_SITE_ROOT", default_value = "target/site")]
    pub site_root: PathBuf,
    /// The folder of wasm and styles in it
    #[arg(long, env = "LEPTOS_SITE_PKG_DIR", default_value = "pkg", hide = true)]
    pub pkg_dir: String,
    /// The name of the files in that folder
    #[arg(long, env = "LEPTOS_OUTPUT_NAME", default_value = "serverlessconf", hide = true)]
    pub output_name: String,
}

/// The options of `check`.
#[derive(Debug, Args)]
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
    /// When to colour the report
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub color: Color,
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

fn base_url(text: &str) -> Result<String, String> {
    let text = text.trim_end_matches('/');
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', ' ', '"']) => Ok(text.to_owned()),
        None if text.is_empty() => Ok(String::new()),
        _ => Err("write the scheme and the host alone, such as https://example.org".to_owned()),
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
    fn base_urls_are_scheme_and_host() {
        assert_eq!(base_url("https://example.org/"), Ok("https://example.org".to_owned()));
        assert_eq!(base_url(""), Ok(String::new()));
        for bad in ["example.org", "https://", "https://example.org/2016", "ftp://example.org"] {
            assert!(base_url(bad).is_err(), "{bad}");
        }
    }
}
