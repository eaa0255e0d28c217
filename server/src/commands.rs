//! What each command of the program does.

mod check;
mod fmt;
mod new;
mod serve;

use std::{io::stdout, process::ExitCode};

use clap::{CommandFactory as _, Parser as _};

use crate::arguments::{Arguments, Command};

/// Runs what the command line names; without a command, the site is served.
///
/// # Errors
/// Where a command cannot do its work; the message is for people.
pub fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    match arguments.command {
        Some(Command::Serve(options)) => serve::serve(options),
        Some(Command::Check(options)) => check::check(&options),
        Some(Command::Fmt(options)) => fmt::fmt(&options),
        Some(Command::New(item)) => new::new(item),
        Some(Command::Completions { shell }) => {
            clap_complete::generate(shell, &mut Arguments::command(), "serverlessconf", &mut stdout());
            Ok(ExitCode::SUCCESS)
        }
        Some(Command::Man) => {
            clap_mangen::Man::new(Arguments::command().name("serverlessconf")).render(&mut stdout())?;
            Ok(ExitCode::SUCCESS)
        }
        None => match Arguments::parse_from(["serverlessconf", "serve"]).command {
            Some(Command::Serve(options)) => serve::serve(options),
            _ => unreachable!("the arguments above name the command"),
        },
    }
}
