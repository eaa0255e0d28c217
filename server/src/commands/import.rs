//! `serverlessconf import`: converts exports of other tools, and keeps the edits of people.

mod file;
mod plan;
mod renames;
mod report;
mod settle;
mod source;
mod target;

use std::{
    io::{Write as _, stdout},
    process::ExitCode,
};

use anyhow::{Context as _, anyhow, bail};
use conference::message;
use import::{Damage, Known, Place};
use jiff::tz::TimeZoneDatabase;

pub(super) use self::report::visible;

use self::{plan::Plan, target::Target};
use crate::{arguments::Import, locale};

pub(super) fn import(options: &Import) -> anyhow::Result<ExitCode> {
    if let Some(chosen) = options.lang {
        locale::choose(chosen.into());
    }
    let bytes = source::read(&options.source)?;
    if options.format.is_none() {
        source::refuse_content(&options.source, &bytes)?;
    }
    let mut target = Target::open(&options.into)?;
    renames::follow(&mut target)?;
    let known = known(&target, options)?;
    let kind = options.format.map(|format| format.0);
    let reading = ::import::read(&bytes, kind, &known).map_err(|damage| describe(options, &damage))?;
    let plan = Plan::of(&target, &reading)?;
    if !options.dry_run {
        plan.carry_out(&target)?;
    }
    let report = report::report(&plan, &reading, options);
    stdout().lock().write_all(report.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// Collects the knowledge of the importer from the target and the command line.
fn known(target: &Target, options: &Import) -> anyhow::Result<Known> {
    let mut known = target.conference.as_ref().map(Known::of).unwrap_or_default();
    known.places.clone_from(&target.places);
    for place in target.places.values().filter(|place| matches!(place, Place::Interview(_))) {
        let written = target.written(&place.path())?;
        known.written.extend(written.map(|text| (place.clone(), text)));
    }
    known.categories.clone_from(&options.category);
    known.interviewees.clone_from(&options.speaker);
    known.slug.clone_from(&options.slug);
    let stem = options.source.file_stem().filter(|stem| *stem != "-");
    known.name = stem.map(|stem| stem.to_string_lossy().into_owned());
    if let Some(name) = &options.timezone {
        let zone = TimeZoneDatabase::bundled().get(name);
        let zone = zone.with_context(|| format!("`{name}` is not the name of a time zone, such as Asia/Tokyo"))?;
        // Times in the files of an existing event are in its own time zone.
        if let Some(own) = known.timezone.as_ref().filter(|own| own.iana_name() != zone.iana_name()) {
            let own = own.iana_name().unwrap_or("another");
            bail!("the time zone of the event is {own}; change it in program/event.md, or leave out --timezone");
        }
        known.timezone = Some(zone);
    }
    Ok(known)
}

/// A damage with its place in the source, in the form of a compiler's error.
fn describe(options: &Import, damage: &Damage) -> anyhow::Error {
    let mut place = options.source.display().to_string();
    for number in [damage.line, damage.column].into_iter().flatten() {
        place.push_str(&format!(":{number}"));
    }
    let message = message!(
        "{place}: {what}; {help}; nothing was written",
        "{place}: {what}。{help}。何も書き込んでいません",
        what = damage.message,
        help = *damage.help
    );
    anyhow!("{}", visible(message.text(locale::report_language())))
}
