//! The line that says more about a result of a search: time and room, people, or date.

use conference::{Conference, Language, Slug, search::Item};

use crate::{dates, messages::Messages};

/// The details of an item, in words of a language; empty for a page about the event.
pub(crate) fn details(conference: &Conference, item: &Item, language: &Language) -> String {
    let messages = Messages::of(language);
    let names = |slugs: &[Slug]| {
        let names = conference.people(slugs).map(|person| person.name.text(language));
        names.collect::<Vec<_>>().join(if messages.is_japanese() { "、" } else { ", " })
    };
    let parts: Vec<String> = match item {
        Item::Session(place) => {
            let session = &conference.sessions[*place];
            let room = session.room.as_ref().and_then(|id| conference.event.rooms.iter().find(|room| room.id == *id));
            let day = dates::short_day(messages, session.start.date());
            let canceled = session.canceled.then(|| messages.canceled.to_owned());
            let place = room.map(|room| &room.name).or(session.venue.as_ref());
            let parts = [
                canceled,
                Some(format!("{day} {}", dates::span(session.start, session.end))),
                place.map(|name| name.text(language).to_owned()),
                Some(names(&session.speakers)),
            ];
            parts.into_iter().flatten().collect()
        }
        Item::Speaker(place) => {
            let speaker = &conference.speakers[*place];
            let parts = [&speaker.organization, &speaker.role];
            parts.into_iter().flatten().map(|text| text.text(language).to_owned()).collect()
        }
        Item::Interview(place) => {
            let interview = &conference.interviews[*place];
            vec![names(&interview.speakers), dates::date(messages, interview.published.date())]
        }
        Item::Series(key) => {
            let count = conference.series.get(&**key).map_or(0, |series| series.interviews.len());
            vec![messages.interview_count(count)]
        }
        Item::SharedQuestion(place) => {
            let interviews =
                conference.questions[*place].interviews.iter().filter_map(|slug| conference.interview(slug));
            let people: Vec<Slug> = interviews.flat_map(|interview| interview.speakers.clone()).take(3).collect();
            vec![messages.answer_count(conference.questions[*place].interviews.len()), names(&people)]
        }
        Item::Question(place, _) => {
            let interview = &conference.interviews[*place];
            vec![names(&interview.speakers), interview.title.text(language).to_owned()]
        }
        Item::Article(place) => vec![dates::date(messages, conference.articles[*place].published.date())],
        Item::About => Vec::new(),
    };
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
