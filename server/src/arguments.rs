//! What can be said on the command line and in the environment.

use std::{net::SocketAddr, path::PathBuf};

use clap::{ArgAction, Args, Parser, Subcommand};
use jiff::civil::DateTime;

use crate::embedded;

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
  serverlessconf serve --watch my-event    preview another one
  serverlessconf check my-event            find what is wrong with its files
  serverlessconf new event my-event        start a conference
  serverlessconf new interview             start an interview";

/// One command of the program.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serves the site
    Serve(Serve),
    /// Reports every problem of the content; the exit code is 1 where there are errors
    Check(Check),
    /// Puts fields into their usual order and gives every question an id that stays; touches nothing else
    Fmt(Fmt),
    /// Starts a file: asks for what it needs on a terminal, or takes it as options
    #[command(subcommand)]
    New(NewItem),
    /// Prints completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Prints the manual page (roff)
    Man,
}

/// What `new` starts.
#[derive(Debug, Subcommand)]
pub enum NewItem {
    /// An interview, as a draft
    Interview(NewInterview),
    /// A session of the programme
    Session(NewSession),
    /// A person of the programme
    Speaker(NewSpeaker),
    /// A whole content folder
    Event(NewEvent),
}

/// The options of `new interview`.
#[derive(Debug, Args)]
pub struct NewInterview {
    /// The file's name, also in the URL; the speaker's where it is not said
    #[arg(value_name = "NAME")]
    pub slug: Option<String>,
    /// Who answers: the name of a file in program/speakers/
    #[arg(long)]
    pub speaker: Option<String>,
    /// Makes the speaker as well, under this name
    #[arg(long, value_name = "NAME", requires = "speaker")]
    pub speaker_name: Option<String>,
    /// The session it is about: the name of a file in program/sessions/
    #[arg(long)]
    pub session: Option<String>,
    /// The title
    #[arg(long)]
    pub title: Option<String>,
    /// Who asks
    #[arg(long)]
    pub interviewer: Option<String>,
    /// When it is published; today where it is not said
    #[arg(long, value_name = "DATE")]
    pub published: Option<String>,
    /// The folder with program/ and interviews/
    #[arg(long, value_name = "DIR", env = "SERVERLESSCONF_CONTENT", default_value = ".")]
    pub content: PathBuf,
}

/// The options of `new session`.
#[derive(Debug, Args)]
pub struct NewSession {
    /// The file's name, also in the URL
    #[arg(value_name = "NAME")]
    pub slug: Option<String>,
    /// The title
    #[arg(long)]
    pub title: Option<String>,
    /// keynote, talk, lightning, panel, workshop, opening, break or social; a talk where it is not said
    #[arg(long)]
    pub format: Option<String>,
    /// Who speaks: the name of a file in program/speakers/; may be repeated
    #[arg(long)]
    pub speaker: Vec<String>,
    /// Where: an id of the event's rooms
    #[arg(long)]
    pub room: Option<String>,
    /// When it begins, such as "2016-10-01 14:15"
    #[arg(long, value_name = "TIME")]
    pub start: Option<String>,
    /// How long it takes, such as 35m; 30m where it is not said
    #[arg(long)]
    pub duration: Option<String>,
    /// The language it is held in
    #[arg(long)]
    pub language: Option<String>,
    /// The folder with program/ and interviews/
    #[arg(long, value_name = "DIR", env = "SERVERLESSCONF_CONTENT", default_value = ".")]
    pub content: PathBuf,
}

/// The options of `new speaker`.
#[derive(Debug, Args)]
pub struct NewSpeaker {
    /// The file's name, also in the URL
    #[arg(value_name = "NAME")]
    pub slug: Option<String>,
    /// The name as printed
    #[arg(long)]
    pub name: Option<String>,
    /// Company, university or community
    #[arg(long)]
    pub organization: Option<String>,
    /// Position there
    #[arg(long)]
    pub role: Option<String>,
    /// The folder with program/ and interviews/
    #[arg(long, value_name = "DIR", env = "SERVERLESSCONF_CONTENT", default_value = ".")]
    pub content: PathBuf,
}

/// The options of `new event`.
#[derive(Debug, Args)]
pub struct NewEvent {
    /// The folder to make
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// The name of the event
    #[arg(long)]
    pub name: Option<String>,
    /// A day of the event, such as 2016-10-01; may be repeated
    #[arg(long)]
    pub day: Vec<String>,
    /// The time zone, such as Asia/Tokyo
    #[arg(long)]
    pub timezone: Option<String>,
    /// A language of the site, the default first; may be repeated; ja and en where it is not said
    #[arg(long)]
    pub language: Vec<String>,
}

/// The options of `serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// The folder with program/ and interviews/; the same as --content
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
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

/// The options of `fmt`.
#[derive(Debug, Args)]
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
    /// The folder of the built files; `None` where they are inside of the program.
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
