//! `serverlessconf release`: compares the programme with the last release, and records the changes.

mod report;

use std::{
    fs,
    io::{self, IsTerminal as _, Write as _, stderr, stdin, stdout},
    path::Path,
    process::ExitCode,
};

use anyhow::{Context as _, bail};
use conference::{
    Conference, Language, Text,
    diagnostic::Severity,
    load::{Audience, SourceFile, Sources, load},
    message,
    release::{self, RELEASES, Release, changes},
};
use dialoguer::{Confirm, Input};

use self::report::report;
use super::whole_file;
use crate::{
    arguments,
    clock::Clock,
    content::ContentFolder,
    locale::{self, said, tell},
    pictures::{Cache, Pictures},
};

pub(super) fn release(options: &arguments::Release) -> anyhow::Result<ExitCode> {
    if let Some(chosen) = options.lang {
        locale::choose(chosen.into());
    }
    let reading = ContentFolder::open(&options.content, Pictures::new(Cache::of_user()))?.read();
    let loaded = reading.load(Audience::Organizers);
    let has_errors = loaded.diagnostics.iter().any(|found| found.severity == Severity::Error);
    // A session that cannot be read would be released as gone.
    let Some(conference) = loaded.conference.filter(|_| !has_errors) else {
        bail!(tell(&message!(
            "the content has errors, and nothing was written; `serverlessconf check` shows them",
            "内容にエラーがあるため、何も書き込んでいません。`serverlessconf check`で確認できます"
        )));
    };
    let changes = changes(&conference);
    if changes.is_empty() {
        let message = message!("nothing has changed since the last release", "前回のリリースから変更はありません");
        writeln!(stdout(), "{}", said(&message))?;
        return Ok(ExitCode::SUCCESS);
    }
    stdout().lock().write_all(report(&conference, &changes).as_bytes())?;
    let can_ask = stdin().is_terminal() && stderr().is_terminal();
    if !options.yes && !can_ask {
        bail!(tell(&message!(
            "nothing was written: add --yes, or run this on a terminal to be asked",
            "何も書き込んでいません。--yesを付けるか、端末で実行して質問に答えてください"
        )));
    }
    let message = match options.message.as_slice() {
        [] if !options.yes => asked(&conference.event.languages)?,
        given => given_message(given, &conference.event.languages),
    };
    if !options.yes && !confirmed()? {
        writeln!(stdout(), "{}", said(&message!("nothing was written", "何も書き込んでいません")))?;
        return Ok(ExitCode::SUCCESS);
    }
    let present = read(&options.content.join(RELEASES))?;
    let text = release::add(present.as_deref(), &Release { time: Clock::timestamp(), message, changes });
    verify(&reading.sources, &text, &conference)?;
    let place = options.content.join(RELEASES);
    let shown = place.display().to_string();
    let cannot = || tell(&message!("{shown} cannot be written", "{shown}に書き込めません", shown = shown));
    // A link stays a link: its target is replaced.
    whole_file::write(&place.canonicalize().unwrap_or(place), &text).with_context(cannot)?;
    writeln!(stdout(), "{}", said(&message!("wrote {shown}", "書き込みました: {shown}", shown = shown)))?;
    Ok(ExitCode::SUCCESS)
}

/// The text of a file; `None` if there is none.
fn read(place: &Path) -> anyhow::Result<Option<String>> {
    match fs::read_to_string(place) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| place.display().to_string()),
    }
}

/// Makes sure that the new text has one more release than the present one, and no errors.
fn verify(sources: &Sources, text: &str, before: &Conference) -> anyhow::Result<()> {
    let mut sources = sources.clone();
    sources.files.retain(|file| file.path != RELEASES);
    sources.files.push(SourceFile::new(RELEASES, text.to_owned()));
    let after = load(&sources, Audience::Organizers);
    let is_good = after.conference.is_some_and(|after| {
        after.releases.iter().len() == before.releases.iter().len() + 1 && changes(&after).is_empty()
    });
    if !is_good {
        bail!(tell(&message!(
            "nothing was written, as {RELEASES} has another form than this command gives it; compare it with its former version in git",
            "{RELEASES}の形がこのコマンドの書くものと異なるため、何も書き込んでいません。gitにある以前の版と比べてください"
        )));
    }
    Ok(())
}

/// The message of the command line: each text for the language before its `=`, or for the first one of the event.
fn given_message(given: &[String], languages: &[Language]) -> Option<Text> {
    let texts = given.iter().filter_map(|text| {
        let named = text.split_once('=').and_then(|(tag, text)| {
            let language = languages.iter().find(|language| language.as_str() == tag)?;
            Some((language, text))
        });
        let (language, text) = named.or_else(|| Some((languages.first()?, text)))?;
        (!text.trim().is_empty()).then(|| (language.clone(), text.trim().to_owned()))
    });
    collected(texts)
}

/// Asks for the message in every language of the event. An empty answer leaves a language out.
fn asked(languages: &[Language]) -> anyhow::Result<Option<Text>> {
    let mut texts = Vec::new();
    for language in languages {
        let prompt = message!(
            "A message to attendees ({language}), if you like",
            "参加者へのお知らせ（{language}、省略できます）"
        );
        let text: String = Input::new().with_prompt(said(&prompt)).allow_empty(true).interact_text()?;
        if !text.trim().is_empty() {
            texts.push((language.clone(), text.trim().to_owned()));
        }
    }
    Ok(collected(texts.into_iter()))
}

fn collected(mut texts: impl Iterator<Item = (Language, String)>) -> Option<Text> {
    let (language, text) = texts.next()?;
    let mut message = Text::new(language, text);
    texts.for_each(|(language, text)| message.insert(language, text));
    Some(message)
}

fn confirmed() -> anyhow::Result<bool> {
    let prompt = message!("Add this release to {RELEASES}?", "このリリースを{RELEASES}に追加しますか？");
    Ok(Confirm::new().with_prompt(said(&prompt)).default(false).interact()?)
}
