//! `serverlessconf check`: every problem of the content, with its place and its remedy.

mod characters;
mod github;
mod json;
mod links;
mod place;
mod sarif;

use std::{
    io::{self, IsTerminal as _, Write, stdout},
    process::ExitCode,
};

use conference::{
    Conference,
    diagnostic::{Count, Diagnostic, ReportLanguage, Style, render},
    load::{Audience, external_links},
};

use self::place::Paths;
use crate::{
    arguments::{Check, Color, Deny, ReportFormat},
    clock::Clock,
    content::ContentFolder,
    external::{Memory, Web},
    locale,
    pictures::Pictures,
};

pub(super) fn check(options: &Check) -> anyhow::Result<ExitCode> {
    if let Some(chosen) = options.lang {
        locale::choose(chosen.into());
    }
    let language = locale::report_language();
    let cache = options.cache.clone().open();
    let mut memory = Memory::open(cache.folder());
    let reading = ContentFolder::open(&options.content, Pictures::new(cache))?.read();
    let mut loaded = reading.load(Audience::Visitors(&|zone| Clock::System.now(zone).moment()));
    if options.external {
        let found = links::report(
            &external_links(&reading.sources),
            &reading.sources.files,
            &Web::new(),
            &mut memory,
            language,
        );
        loaded.diagnostics.extend(found);
    }
    if let Some(conference) = &loaded.conference {
        loaded.diagnostics.extend(characters::report(conference, &reading.sources.files));
    }
    loaded.diagnostics.sort_by(|a, b| (&a.path, a.line, a.column).cmp(&(&b.path, b.line, b.column)));
    let diagnostics = &loaded.diagnostics;
    let paths = Paths::below(&options.content);
    let mut out = stdout().lock();
    match options.format {
        ReportFormat::Text => {
            write_text(&mut out, diagnostics, style(options.color), language, loaded.conference.as_ref())?
        }
        ReportFormat::Json => {
            writeln!(out, "{}", serde_json::to_string_pretty(&json::Report::of(&paths, diagnostics, language))?)?
        }
        ReportFormat::Sarif => writeln!(out, "{:#}", sarif::log(&paths, diagnostics, language))?,
        ReportFormat::Github => {
            github::write(&mut out, &paths, diagnostics, language)?;
            writeln!(out, "{}", Count::of(diagnostics).text(language))?;
        }
    }
    let count = Count::of(diagnostics);
    let denied = options.deny == Some(Deny::Warnings) && count.warnings > 0;
    Ok(if count.errors > 0 || denied { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn style(color: Color) -> Style {
    match color {
        Color::Always => Style::Colored,
        Color::Never => Style::Plain,
        Color::Auto if stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() => Style::Colored,
        Color::Auto => Style::Plain,
    }
}

fn write_text(
    out: &mut impl Write,
    diagnostics: &[Diagnostic],
    style: Style,
    language: ReportLanguage,
    conference: Option<&Conference>,
) -> io::Result<()> {
    for diagnostic in diagnostics {
        writeln!(out, "{}\n", render(diagnostic, style, language).trim_end())?;
    }
    if let Some(conference) = conference {
        let [sessions, speakers, interviews] =
            [conference.sessions.len(), conference.speakers.len(), conference.interviews.len()];
        let several = |count: usize, name: &str| format!("{count} {name}{}", if count == 1 { "" } else { "s" });
        let counts = match language {
            ReportLanguage::English => [(sessions, "session"), (speakers, "speaker"), (interviews, "interview")]
                .map(|(count, name)| several(count, name))
                .join(", "),
            ReportLanguage::Japanese => {
                format!("セッション{sessions}件、登壇者{speakers}人、インタビュー{interviews}件")
            }
        };
        writeln!(out, "{counts}")?;
    }
    writeln!(out, "{}", Count::of(diagnostics).text(language))
}
