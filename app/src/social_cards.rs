//! The social cards of pages: the words and colours that link previews show.

use std::collections::{BTreeMap, BTreeSet};

use cards::{Card, Color, Likeness, Shape};
use conference::{
    Conference, Language, Session, Slug, Speaker, Text,
    picture::{Content, Role},
    url::Page,
};

use crate::{
    dates,
    hue::{COLORS, hue},
    initials::initials,
    messages::Messages,
    phrases::phrases,
    skyline,
};

/// Every card of a conference by its file name.
pub(crate) fn all(conference: &Conference) -> BTreeMap<String, Card> {
    let languages = conference.event.languages.iter();
    let cards = languages.flat_map(|language| conference.pages().filter_map(|page| card(conference, language, &page)));
    cards.map(|card| (card.name(), card)).collect()
}

/// The card of a page: its own, or that of the event.
pub(crate) fn of_page(conference: &Conference, language: &Language, page: &Page) -> Option<Card> {
    card(conference, language, &page.canonical()).or_else(|| card(conference, language, &Page::Home))
}

/// The characters of cards that their font lacks; none if the program was built without the font.
pub fn missing_characters(conference: &Conference) -> BTreeSet<char> {
    let cards = all(conference);
    let texts = cards.values().flat_map(Card::texts);
    texts.flat_map(str::chars).filter(|&character| cards::lacks(character)).collect()
}

/// The words of a card, for people who do not see it.
pub(crate) fn description(card: &Card) -> String {
    let title = card.title.concat();
    let parts = [&card.kind, &title, &card.names].into_iter().chain(&card.subtitle).chain([&card.details]);
    parts.map(String::as_str).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The card of the event, or of an item; `None` for every other page.
fn card(conference: &Conference, language: &Language, page: &Page) -> Option<Card> {
    let words = Words { conference, language, messages: Messages::of(language) };
    match page {
        Page::Home => Some(words.event()),
        Page::Session(slug) => Some(words.session(conference.session(slug)?)),
        Page::Speaker(slug) => Some(words.speaker(conference.speaker(slug)?)),
        Page::Interview(slug) => {
            let interview = conference.interview(slug)?;
            let kind = match &interview.series {
                Some(series) => words.joined([words.text(&series.name), words.messages.place_in_series(series.number)]),
                None => words.messages.interview.to_owned(),
            };
            Some(Card {
                kind,
                details: dates::date(words.messages, interview.published.date()),
                ..words.item(slug.as_str(), &interview.title, &interview.speakers)
            })
        }
        Page::Series(key) => {
            let series = conference.series.get(key)?;
            Some(Card {
                kind: words.messages.series().to_owned(),
                details: words.messages.interview_count(series.interviews.len()),
                ..words.item(key, &series.name, &[])
            })
        }
        Page::Question(id) => {
            let question = conference.question(id)?;
            let interviews = question.interviews.iter().filter_map(|slug| conference.interview(slug));
            let mut people: Vec<_> = interviews.flat_map(|interview| interview.speakers.iter().cloned()).collect();
            people.dedup();
            Some(Card {
                kind: words.messages.shared_questions().to_owned(),
                details: words.messages.answer_count(question.interviews.len()),
                ..words.item(id, &question.text, &people)
            })
        }
        Page::Article(slug) => {
            let article = conference.article(slug)?;
            Some(Card {
                kind: words.messages.news.to_owned(),
                details: dates::date(words.messages, article.published.date()),
                ..words.item(slug.as_str(), &article.title, &[])
            })
        }
        _ => None,
    }
}

/// The words of cards in a language.
struct Words<'a> {
    conference: &'a Conference,
    language: &'a Language,
    messages: &'static Messages,
}

impl Words<'_> {
    fn event(&self) -> Card {
        let event = &self.conference.event;
        let days: Vec<_> = event.days.iter().map(|&day| dates::date(self.messages, day)).collect();
        let days = match (days.first(), days.last()) {
            (Some(first), Some(last)) if first != last => format!("{first} – {last}"),
            (first, _) => first.cloned().unwrap_or_default(),
        };
        let venue = event.venue.as_ref().map(|venue| self.text(&venue.name));
        Card {
            shape: Shape::Event,
            kind: String::new(),
            title: self.title(&event.name),
            subtitle: event.tagline.as_ref().map(|tagline| self.text(tagline)),
            names: String::new(),
            likenesses: Vec::new(),
            event: self.text(&event.name),
            details: self.joined([Some(days), venue].into_iter().flatten()),
            accent: None,
            skyline: skyline::of_programme(self.conference),
        }
    }

    fn session(&self, session: &Session) -> Card {
        let event = &self.conference.event;
        let track = session.track.as_ref().and_then(|id| event.track(id));
        let kind = self.messages.format_name(session.format).to_owned();
        let kind = self.joined([Some(kind), track.map(|track| self.text(&track.name))].into_iter().flatten());
        let room = session.room.as_ref().and_then(|id| event.room(id)).map(|room| &room.name);
        let place = session.venue.as_ref().or(room).map(|place| self.text(place));
        let day = dates::day(self.messages, session.start.date());
        let time = format!("{day} {}", dates::span(session.start, session.end));
        let people: Vec<_> = session.people().cloned().collect();
        Card {
            kind: if session.canceled { self.messages.canceled_title(&kind) } else { kind },
            details: self.joined([Some(time), place].into_iter().flatten()),
            accent: track.and_then(|track| color(track.color.as_deref()?)),
            ..self.item(session.slug.as_str(), &session.title, &people)
        }
    }

    fn speaker(&self, speaker: &Speaker) -> Card {
        let affiliation = [&speaker.organization, &speaker.role].into_iter().flatten().map(|text| self.text(text));
        let affiliation = self.joined(affiliation);
        Card {
            shape: Shape::Profile,
            kind: self.messages.speaker.to_owned(),
            subtitle: Some(affiliation).filter(|text| !text.is_empty()),
            names: String::new(),
            ..self.item(speaker.slug.as_str(), &speaker.name, std::slice::from_ref(&speaker.slug))
        }
    }

    /// The card of an item with people, without its kind and details.
    fn item(&self, name: &str, title: &Text, people: &[Slug]) -> Card {
        let people: Vec<_> = self.conference.people(people).collect();
        let names: Vec<_> = people.iter().map(|speaker| self.text(&speaker.name)).collect();
        let affiliation = match people[..] {
            [one] => one.organization.as_ref().map(|organization| self.text(organization)),
            _ => None,
        };
        Card {
            shape: Shape::Title,
            kind: String::new(),
            title: self.title(title),
            subtitle: affiliation,
            names: names.join(if self.messages.is_japanese() { "、" } else { ", " }),
            likenesses: people.iter().take(cards::FACES).map(|speaker| self.likeness(speaker)).collect(),
            event: self.text(&self.conference.event.name),
            details: String::new(),
            accent: None,
            skyline: Some(skyline::of_item(name)),
        }
    }

    fn likeness(&self, speaker: &Speaker) -> Likeness {
        let renditions = speaker.photo.as_ref().and_then(|photo| match photo.asset.content {
            Content::Picture(_) => photo.asset.renditions(Role::Portrait),
            _ => None,
        });
        match renditions.as_ref().and_then(|renditions| renditions.fallback.last()) {
            Some(sharpest) => Likeness::Portrait(sharpest.name()),
            None => Likeness::Initials(initials(&self.text(&speaker.name)), COLORS[hue(&speaker.slug) as usize]),
        }
    }

    /// A title in its phrases.
    fn title(&self, text: &Text) -> Vec<String> {
        let (text, lang) = text.tagged(self.language);
        let ranges = phrases(text, lang.unwrap_or(self.language.as_str()));
        ranges.into_iter().map(|range| text[range].to_owned()).collect()
    }

    fn text(&self, text: &Text) -> String {
        text.text(self.language).to_owned()
    }

    fn joined(&self, parts: impl IntoIterator<Item = String>) -> String {
        parts.into_iter().collect::<Vec<_>>().join(" · ")
    }
}

/// A colour of a track: `#rrggbb`.
fn color(text: &str) -> Option<Color> {
    let [_, red, green, blue] = u32::from_str_radix(text.strip_prefix('#')?, 16).ok()?.to_be_bytes();
    Some([red, green, blue])
}
