//! The interviewees, and their files.

use std::collections::HashSet;

use conference::{Slug, message};

use super::{
    asked,
    blocks::{picture_check, words_of, write},
    given::Given,
    outline,
};
use crate::{
    Damage, Field, Item, Place, Skipped, Value,
    text::{
        damage::damage,
        document::{Content, Inline, Kind, Leaf},
        name::{self, Name},
        part::InterviewPart,
        people::{People, name_as_title, name_in_title},
        profile::{Head, Person},
        questions::Found,
        write::Writer,
    },
};

/// An interviewee.
#[derive(Debug)]
pub(super) struct Speaker {
    pub(super) slug: Slug,
    pub(super) name: String,
    /// The remark on the identity.
    pub(super) check: Option<String>,
    /// Whether the slug was made without the name.
    pub(super) is_unnamed: bool,
    /// The remark on the slug of a new speaker.
    slug_check: Option<String>,
    is_new: bool,
    person: Person,
}

/// The parts of a source that may name the interviewee, besides the profile.
pub(super) struct Evidence<'e> {
    pub(super) found: &'e Found,
    /// The title of the interview; empty if there is none.
    pub(super) title: &'e str,
    pub(super) given: &'e Given<'e>,
    pub(super) parts: &'e [InterviewPart],
}

/// The length of introduction that is searched for names, in characters.
const SEARCHED: usize = 4000;

/// Finds the interviewees.
pub(super) fn find(head: &mut Head, evidence: &Evidence<'_>, people: &mut People<'_>) -> Result<Vec<Speaker>, Damage> {
    let given = evidence.given;
    let mut persons = std::mem::take(&mut head.people);
    let unnamed = persons.iter().position(|person| person.name.text.is_empty()).map(|place| persons.remove(place));
    let asked = asked::find(given, people)?;
    let mut check = None;
    if !asked.is_empty() {
        asked::call(&mut persons, &asked)?;
    } else if persons.is_empty() {
        let (names, reason) = guess(evidence, head, people).ok_or_else(|| {
            damage(
                given.line,
                message!("it is not said who answers in this interview", "誰が答えているのかが書かれていません"),
                message!(
                    "add a line with the name above the first question, `名前：…` or `Name: …`, or name the person with `--speaker`",
                    "最初の質問の前に名前の行（`名前：…`）を加えるか、`--speaker`で名前を指定してください"
                ),
            )
        })?;
        check = Some(format!("who answers was guessed: {reason}"));
        persons = names.into_iter().map(|name| Person { name, ..Person::default() }).collect();
    }
    if let (Some(unnamed), Some(first)) = (unnamed, persons.first_mut()) {
        first.organization = first.organization.take().or(unnamed.organization);
        first.role = first.role.take().or(unnamed.role);
        first.name.reading = first.name.reading.take().or(unnamed.name.reading);
        first.links.extend(unnamed.links);
        first.biography.splice(0..0, unnamed.biography);
    }
    let mut speakers: Vec<Speaker> = Vec::new();
    let mut named = HashSet::new();
    for (place, person) in persons.into_iter().enumerate() {
        let file = asked.get(place).and_then(|asked| asked.file.as_ref());
        let there = match file {
            Some(slug) => Some(slug).filter(|slug| !people.is_own(slug)),
            None => people.known(&person.name).or_else(|| people.brought(&person.name)),
        };
        let there = there.cloned();
        let (slug, slug_check, is_new) = match there {
            Some(slug) => (slug, None, false),
            None => {
                let stem = given.slug.clone().or_else(|| given.name.and_then(name::slug_of));
                let otherwise = stem.map_or("speaker-1".to_owned(), |slug| slug.to_string());
                let invited = people.invite(&person.name, file, &otherwise);
                (invited.slug, invited.check, true)
            }
        };
        if !named.insert(slug.clone()) {
            continue;
        }
        let is_unnamed = is_new && person.name.slug().is_none();
        let name = person.name.text.clone();
        speakers.push(Speaker { slug, name, check: check.clone(), is_unnamed, slug_check, is_new, person });
    }
    Ok(speakers)
}

/// Guesses the interviewees without a profile, and returns the reason.
fn guess(evidence: &Evidence<'_>, head: &Head, people: &People<'_>) -> Option<(Vec<Name>, &'static str)> {
    let Evidence { found, title, given, parts } = *evidence;
    let known =
        |text: &str| -> Vec<Name> { people.named_in(text).into_iter().map(|(_, name)| Name::read(name)).collect() };
    let some = |names: Vec<Name>, reason| (!names.is_empty()).then_some((names, reason));
    let titled = name_in_title(title);
    let turns = || {
        found.answering.iter().map(|name| {
            // A first name or family name; the title may have the full name.
            let in_title = titled.as_ref().filter(|titled| name::key(&titled.text).contains(&name::key(name)));
            people.meant_by(name).or_else(|| in_title.cloned()).unwrap_or_else(|| Name::read(name))
        })
    };
    some(turns().filter(|name| !name.text.is_empty()).collect(), "the names before the turns say it")
        .or_else(|| some(known(title), "a speaker of this name is in the title"))
        .or_else(|| some(titled.iter().cloned().collect(), "the title says it"))
        .or_else(|| {
            let author = given.author.as_deref().map(Name::read).filter(|name| !name.text.is_empty());
            some(author.into_iter().collect(), "the mail is signed so")
        })
        .or_else(|| {
            let before = parts.iter().map_while(|part| match part {
                InterviewPart::Leaf(leaf) => Some(leaf),
                InterviewPart::Question(_) => None,
            });
            let text: String = head.introduction.iter().chain(before).map(words_of).collect::<Vec<_>>().join("\n");
            let text: String = text.chars().take(SEARCHED).collect();
            some(known(&text), "a speaker of this name is in the introduction").filter(|(names, _)| names.len() == 1)
        })
        .or_else(|| some(name_as_title(title).into_iter().collect(), "the title looks like a name"))
}

/// Writes the profile of a speaker: into a new file, or into the interview if the speaker has a file.
pub(super) fn introduce(
    speaker: &mut Speaker,
    interview: &mut Writer,
    notes: &mut Vec<Leaf>,
    items: &mut Vec<Item>,
    skipped: &mut Vec<Skipped>,
) {
    let mut person = std::mem::take(&mut speaker.person);
    let biography = std::mem::take(&mut person.biography).into_iter().map(InterviewPart::Leaf).collect();
    let biography = outline::leveled(biography, None);
    if !speaker.is_new {
        let fields = [("organization", &person.organization), ("role", &person.role)];
        let said = fields.iter().filter_map(|(name, value)| value.as_ref().map(|value| format!("{name} “{value}”")));
        let links = person.links.iter().map(|(kind, address)| format!("{kind} {address}"));
        let said: Vec<_> = said.chain(links).collect();
        if !said.is_empty() {
            let slug = &speaker.slug;
            let said = said.join(", ");
            let reason = message!(
                "{said}: program/speakers/{slug}.md is there already and stays as it is",
                "{said}: program/speakers/{slug}.md はすでにあるので変更しません"
            );
            skipped.push(Skipped { line: None, reason });
        }
        biography.iter().for_each(|part| write(interview, part));
        return;
    }
    let mut body = Writer::default();
    let mut own = HashSet::new();
    for part in &biography {
        own.extend(notes_of(part));
        write(&mut body, part);
    }
    // The footnotes of the biography move with it.
    let is_own = |note: &Leaf| {
        note.within.iter().any(|container| matches!(container.kind, Kind::Note(number) if own.contains(&number)))
    };
    if !own.is_empty() {
        let (with, without): (Vec<_>, Vec<_>) = std::mem::take(notes).into_iter().partition(is_own);
        with.iter().for_each(|note| body.leaf(note));
        *notes = without;
    }
    items.push(item(speaker, person, body.finish()));
}

fn notes_of(part: &InterviewPart) -> Vec<usize> {
    let InterviewPart::Leaf(Leaf { content: Content::Paragraph(words) | Content::Heading(_, words), .. }) = part else {
        return Vec::new();
    };
    let numbers = words.iter().filter_map(|inline| match inline {
        Inline::Note(number) => Some(*number),
        _ => None,
    });
    numbers.collect()
}

fn item(speaker: &mut Speaker, person: Person, body: String) -> Item {
    let field = |name, value| Field { name, value, check: None };
    let mut fields = vec![Field {
        name: "name",
        value: Value::Text(speaker.name.clone()),
        check: speaker.check.as_ref().map(|_| "the name was guessed, as in the interview".to_owned()),
    }];
    fields.extend(person.name.reading.map(|reading| field("reading", Value::Text(reading))));
    fields.extend(person.organization.map(|organization| field("organization", Value::Text(organization))));
    fields.extend(person.role.map(|role| field("role", Value::Text(role))));
    if !person.links.is_empty() {
        let links = person.links.into_iter().map(|(kind, address)| (kind, Value::Text(address))).collect();
        fields.push(field("links", Value::Map(links)));
    }
    let checks = speaker.slug_check.take().into_iter().chain(picture_check(&body)).collect();
    Item { place: Place::Speaker(speaker.slug.clone()), checks, fields, body }
}
