//! Whom a new item is with: speakers that are there, and those that are made together with it.

use anyhow::bail;
use conference::{Slug, Speaker};

use super::{
    Desk, NewFile,
    ask::Questioner,
    fields::scalar,
    slug::{ask_slug, parse_slug, suggested},
    speaker::speaker_file,
};

/// A person that a new item names.
pub(super) struct Person {
    /// The name of the file.
    pub(super) slug: Slug,
    /// The name as printed, in the event's first language.
    pub(super) name: String,
}

/// The people whom options name, each once. Who is not there yet is made, under the next of the names.
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
                    let all = if all.is_empty() { "nobody".to_owned() } else { all.join(", ") };
                    bail!("there is no speaker `{slug}`; --speaker-name \"…\" makes one. Known are: {all}")
                }
            },
        };
        people.push(person);
    }
    if let Some(name) = names.next() {
        bail!("every speaker is there already; leave --speaker-name {name:?} out")
    }
    Ok(people)
}

/// Asks for one of the people, or a new one; `None` where nobody answers.
pub(super) fn ask_one(
    desk: &Desk<'_>,
    questioner: Questioner,
    prompt: &str,
    files: &mut Vec<NewFile>,
) -> anyhow::Result<Option<Person>> {
    Ok(match questioner.choice(prompt, &labels(desk))? {
        None => None,
        Some(NEW) => Some(ask_new(desk, questioner, ask_name(desk, questioner)?, files)?),
        Some(place) => Some(known(desk, &desk.conference.speakers[place - 1])),
    })
}

/// Asks for any number of the people, and new ones.
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

/// The place of the choice to make somebody new, before all who are there.
const NEW: usize = 0;

fn labels(desk: &Desk<'_>) -> Vec<String> {
    let new = desk.comments().pick("＋ 新しい登壇者", "+ a new speaker").to_owned();
    [new].into_iter().chain(desk.conference.speakers.iter().map(|speaker| desk.label(speaker))).collect()
}

fn ask_name(desk: &Desk<'_>, questioner: Questioner) -> anyhow::Result<String> {
    questioner.text(None, "--speaker-name", desk.comments().pick("新しい登壇者の名前", "Name of the new speaker"), None)
}

/// Asks for the file name of somebody new, until it is one that nobody has.
fn ask_new(desk: &Desk<'_>, questioner: Questioner, name: String, files: &mut Vec<NewFile>) -> anyhow::Result<Person> {
    let comments = desk.comments();
    loop {
        let slug = ask_slug(questioner, comments, None, suggested(&name).as_deref())?;
        let path = speaker_file(&slug, Vec::new(), comments).0;
        if desk.conference.speaker(&slug).is_none() && files.iter().all(|(taken, _)| *taken != path) {
            return Ok(made(desk, slug, name, files));
        }
        eprintln!("{path} {}", comments.pick("はもうあります", "is there already"));
    }
}

fn known(desk: &Desk<'_>, speaker: &Speaker) -> Person {
    let name = speaker.name.text(desk.conference.event.default_language());
    Person { slug: speaker.slug.clone(), name: name.to_owned() }
}

fn made(desk: &Desk<'_>, slug: Slug, name: String, files: &mut Vec<NewFile>) -> Person {
    files.push(speaker_file(&slug, vec![("name", scalar(&name))], desk.comments()));
    Person { slug, name }
}
