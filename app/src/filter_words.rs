//! The filter of the schedule in words.

use conference::{
    Format, Language, Level, Slug,
    filter::{Facet, SessionFilter},
};

use crate::{context::Context, dates};

/// The name of a value.
pub(crate) fn label(context: &Context, facet: Facet, value: &str) -> Option<String> {
    let messages = context.messages;
    let event = &context.conference.event;
    let text = match facet {
        Facet::Day => dates::short_day(messages, value.parse().ok()?),
        Facet::Format => messages.format_name(Format::ALL.into_iter().find(|it| it.name() == value)?).to_owned(),
        Facet::Level => messages.level_name(Level::ALL.into_iter().find(|it| it.name() == value)?).to_owned(),
        Facet::Track => context.text(&event.tracks.iter().find(|it| it.id.as_str() == value)?.name).to_owned(),
        Facet::Room => context.text(&event.rooms.iter().find(|it| it.id.as_str() == value)?.name).to_owned(),
        Facet::Speaker => context.text(&context.conference.speaker(&Slug::parse(value)?)?.name).to_owned(),
        Facet::Language => messages.language_name(&Language::parse(value)?).to_owned(),
        Facet::Interview => (value == "yes").then(|| messages.with_interview.to_owned())?,
        Facet::Starred => (value == "yes").then(|| messages.starred.to_owned())?,
        Facet::Tag => value.to_owned(),
    };
    Some(text)
}

/// A filter in words: the name of every value, and the text.
pub(crate) fn in_words(context: &Context, filter: &SessionFilter) -> String {
    let values = filter.iter().map(|(facet, value)| label(context, facet, value).unwrap_or_else(|| value.to_owned()));
    let text = Some(filter.text().to_owned()).filter(|text| !text.is_empty());
    values.chain(text).collect::<Vec<_>>().join(" · ")
}
