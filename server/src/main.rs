//! The command line of `serverlessconf`.

use std::{
    env,
    io::{self, Write as _},
    process::ExitCode,
};

use server::{
    arguments::{self, Asked},
    commands,
};

fn main() -> ExitCode {
    let result = arguments::read(env::args_os()).and_then(|asked| match asked {
        Asked::Run(arguments) => commands::run(*arguments),
        Asked::Print(text) => io::stdout().write_all(text.as_bytes()).map(|()| ExitCode::SUCCESS).map_err(Into::into),
    });
    match result {
        Ok(code) => code,
        // The reader of the output has read enough.
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
