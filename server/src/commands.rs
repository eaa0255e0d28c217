//! What each command of the program does.

mod check;
mod fmt;
mod new;
mod serve;

use std::process::ExitCode;

use clap::Parser as _;

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
        None => match Arguments::parse_from(["serverlessconf", "serve"]).command {
            Some(Command::Serve(options)) => serve::serve(options),
            _ => unreachable!("the arguments above name the command"),
        },
    }
}
