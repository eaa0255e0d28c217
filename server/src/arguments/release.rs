//! The options of `release`.

use std::path::PathBuf;

use clap::Args;

use super::{examples, lang::Lang};

/// The options of `release`.
#[derive(Debug, Args)]
#[command(after_help = examples::RELEASE)]
pub struct Release {
    /// The folder with program/ and interviews/
    #[arg(default_value = ".", value_name = "DIR")]
    pub content: PathBuf,
    /// What attendees should know about the release; `en=…` for one language of the event, and repeated for several
    #[arg(long, value_name = "TEXT")]
    pub message: Vec<String>,
    /// Writes without a question
    #[arg(long)]
    pub yes: bool,
    /// The language of the report; by default that of LC_ALL, LC_MESSAGES or LANG
    #[arg(long, value_enum)]
    pub lang: Option<Lang>,
}
