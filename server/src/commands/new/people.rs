//! The people of a new item: existing speakers, and new speakers that are created with it.

use anyhow::bail;
use conference::{Slug, Speaker, message};

use super::{
    ask::Questioner,
    desk::{Desk, NewFile},
    fields::scalar,
    slug::{ask_slug, parse_slug, suggested},
    speaker::speaker_file,
};
use crate::locale::tell;

/// A person that a new item names.
pub(super) struct Person {
    /// The name of the file.
    pub(super) slug: Slug,
    /// The name as printed, in the event's first language.
    pub(super) name: String,
}

/// The people whom options name, each once. An unknown person becomes a new speaker under the next of the names.
pub(super) fn named(
    desk: &Desk<'_>,
    slugs: &[String],
    names: impl IntoIterator<Item = String>,
    files: &mut Vec<NewFile>,
) -> anyhow::Result<Vec<Person>> {
    let mut names = names.into_iter();
    let mut people: Vec<Person> = Vec::new();
    for slug in slugs {
        let slug = parse_slug(slug)?;
        if people.iter().any(|person| person.slug == slug) {
            continue;
        }
        let person = match desk.conference.speaker(&slug) {
            Some(speaker) => known(desk, speaker),
            None => match names.next() {
                Some(name) => made(desk, slug, name, files),
                None => {
                    let all: Vec<_> = desk.conference.speakers.iter().map(|speaker| speaker.slug.as_str()).collect();
                    bail!(tell(&message!(
                        "there is no speaker `{slug}`; --speaker-name \"…\" makes one. Known are: {all}",
                        "登壇者`{slug}`はいません。--speaker-name \"…\"で作れます。今いる登壇者: {all}",
                        slug = slug.to_string(),
                        all = if all.is_empty() { "–".to_owned() } else { all.join(", ") },
                    )))
                }
            },
        };
        people.push(person);
    }
    if let Some(name) = names.next() {
        bail!(tell(&message!(
            "every speaker is there already; leave --speaker-name \"{name}\" out",
            "登壇者はもう全員います。--speaker-name \"{name}\"を消してください",
            name = name,
        )))
    }
    Ok(people)
}

/// Asks for an existing or a new speaker; `None` if nobody answers.
pub(super) fn ask_one(
    desk: &Desk<'_>,
    questioner: Questioner,
    prompt: &str,
    files: &mut Vec<NewFile>,
) -> anyhow::Result<Option<Person>> {
    Ok(match questioner.choice(prompt, &labels(desk), 0)? {
        None => None,
        Some(NEW) => Some(ask_new(desk, questioner, ask_name(desk, questioner)?, files)?),
        Some(place) => Some(known(desk, &desk.conference.speakers[place - 1])),
    })
}

/// Asks for any number of existing and new speakers.
pub(super) fn ask_several(
    desk: &Desk<'_>,
    questioner: Questioner,
    prompt: &str,
    files: &mut Vec<NewFile>,
) -> anyhow::Result<Vec<Person>> {
    let chosen = questioner.choices(prompt, &labels(desk))?;
    let known = chosen.iter().filter(|place| **place != NEW).map(|place| &desk.conference.speakers[place - 1]);
    let mut people: Vec<_> = known.map(|speaker| self::known(desk, speaker)).collect();
    if chosen.contains(&NEW) {
        people.push(ask_new(desk, questioner, ask_name(desk, questioner)?, files)?);
        let more = desk.comments().pick(
            "もう1人の新しい登壇者の名前（いなければそのままEnter）",
            "Name of one more new speaker (enter alone: no more)",
        );
        while let Some(name) = questioner.optional_text(None, more)? {
            people.push(ask_new(desk, questioner, name, files)?);
        }
    }
    Ok(people)
}

/// The place of the choice "a new speaker", before all existing speakers.
const NEW: usize = 0;

fn labels(desk: &Desk<'_>) -> Vec<String> {
    let new = desk.comments().pick("＋ 新しい登壇者", "+ a new speaker").to_owned();
    [new].into_iter().chain(desk.conference.speakers.iter().map(|speaker| desk.label(speaker))).collect()
}

fn ask_name(desk: &Desk<'_>, questioner: Questioner) -> anyhow::Result<String> {
    questioner.text(None, "--speaker-name", desk.comments().pick("新しい登壇者の名前", "Name of the new speaker"), None)
}

/// Asks for the file name of a new speaker until it is free.
fn ask_new(desk: &Desk<'_>, questioner: Questioner, name: String, files: &mut Vec<NewFile>) -> anyhow::Result<Person> {
    let comments = desk.comments();
    let free = |slug: &Slug| {
        let path = speaker_file(slug, Vec::new(), comments).0;
        match files.iter().any(|(taken, _)| *taken == path) {
            true => Err(tell(&message!("{path} is there already", "{path}はもうあります", path = path))),
            false => desk.taken(&path),
        }
    };
    let slug = ask_slug(questioner, comments, None, suggested(&name).as_deref(), free)?;
    Ok(made(desk, slug, name, files))
}

fn known(desk: &Desk<'_>, speaker: &Speaker) -> Person {
    let name = speaker.name.text(desk.conference.event.default_language());
    Person { slug: speaker.slug.clone(), name: name.to_owned() }
}

fn made(desk: &Desk<'_>, slug: Slug, name: String, files: &mut Vec<NewFile>) -> Person {
    files.push(speaker_file(&slug, vec![("name", scalar(&name))], desk.comments()));
    Person { slug, name }
}
