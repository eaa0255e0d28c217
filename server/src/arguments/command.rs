//! The commands of the program.

use clap::{Parser, Subcommand};

use super::{
    check::Check, examples, export::Export, fmt::Fmt, import::Import, new::NewItem, release::Release, serve::Serve,
};

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
    /// Compares the programme with its last release, and records the changes for attendees
    Release(Release),
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

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Arguments::command().debug_assert();
    }
}
