//! `serverlessconf check`: every problem of the content, with its place and what to do.

use std::{
    io::{IsTerminal as _, Write as _, stdout},
    process::ExitCode,
};

use conference::{
    diagnostic::{Count, Style, render},
    load::Audience,
};

use crate::{
    arguments::{Check, Color},
    clock::Clock,
    content::ContentFolder,
};

pub(super) fn check(options: &Check) -> anyhow::Result<ExitCode> {
    let loaded = ContentFolder::open(&options.content)?
        .read()
        .load(Audience::Visitors(&|zone| Clock::System.now(zone).moment()));
    let style = match options.color {
        Color::Always => Style::Colored,
        Color::Never => Style::Plain,
        Color::Auto if stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() => Style::Colored,
        Color::Auto => Style::Plain,
    };
    let mut out = stdout().lock();
    for diagnostic in &loaded.diagnostics {
        writeln!(out, "{}\n", render(diagnostic, style).trim_end())?;
    }
    if let Some(conference) = &loaded.conference {
        let several = |count: usize, name: &str| format!("{count} {name}{}", if count == 1 { "" } else { "s" });
        writeln!(
            out,
            "{}, {}, {}",
            several(conference.sessions.len(), "session"),
            several(conference.speakers.len(), "speaker"),
            several(conference.interviews.len(), "interview"),
        )?;
    }
    let count = Count::of(&loaded.diagnostics);
    writeln!(out, "{count}")?;
    Ok(if count.errors > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
