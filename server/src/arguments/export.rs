//! The options of `export`.

use std::path::PathBuf;

use clap::Args;

use super::{examples, site::SiteOptions};

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
