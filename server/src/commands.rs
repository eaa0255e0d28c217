//! The commands of the program, one module for each.

mod check;
mod export;
mod fmt;
mod import;
mod man;
mod new;
mod release;
mod serve;
mod whole_file;

use std::{
    io::{Write as _, stdout},
    process::ExitCode,
};

use clap::CommandFactory as _;

use crate::arguments::{Arguments, Command};

/// Runs the command of the command line.
///
/// # Errors
/// If a command cannot do its work; the message is for people.
pub fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    match arguments.command {
        Command::Serve(options) => serve::serve(options),
        Command::Export(options) => export::export(&options),
        Command::Check(options) => check::check(&options),
        Command::Fmt(options) => fmt::fmt(&options),
        Command::New(item) => new::new(item),
        Command::Import(options) => import::import(&options),
        Command::Release(options) => release::release(&options),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Arguments::command(), "serverlessconf", &mut stdout());
            Ok(ExitCode::SUCCESS)
        }
        Command::Man => {
            stdout().write_all(&man::page(Arguments::command())?)?;
            Ok(ExitCode::SUCCESS)
        }
    }
}
