//! The command line of `serverlessconf`.

use std::{io, process::ExitCode};

use clap::Parser as _;
use server::{arguments::Arguments, commands};

fn main() -> ExitCode {
    match commands::run(Arguments::parse()) {
        Ok(code) => code,
        // Whoever reads has read enough.
        Err(error) if is_closed_pipe(&error) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
