//! The options of `fmt`.

use std::path::PathBuf;

use clap::Args;

use super::examples;

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
