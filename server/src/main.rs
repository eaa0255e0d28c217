//! The command line of `serverlessconf`.

use std::process::ExitCode;

use clap::Parser as _;
use server::{arguments::Arguments, commands};

fn main() -> ExitCode {
    match commands::run(Arguments::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
