//! The options of `check`.

use std::path::PathBuf;

use clap::Args;

use super::{examples, lang::Lang, site::CacheFolder};

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
