//! The changes of a release, one line each, in the language of its reader.

use conference::{
    Conference, Slug, Text,
    diagnostic::{Message, ReportLanguage},
    message,
    release::{Aspect, Change, Facts},
};

use crate::{commands::import::visible, locale::report_language};

/// The report of changes that are about to be released.
pub(super) fn report(conference: &Conference, changes: &[Change]) -> String {
    let lines = changes.iter().flat_map(|change| lines(conference, change));
    let lines: Vec<_> = lines.map(|line| visible(line.text(report_language())) + "\n").collect();
    let count = changes.len();
    let summary = match count {
        1 => message!("1 session has changed", "変更のあったセッションは1件です"),
        _ => message!("{count} sessions have changed", "変更のあったセッションは{count}件です"),
    };
    format!("{}{}\n", lines.concat(), summary.text(report_language()))
}

fn lines(conference: &Conference, change: &Change) -> Vec<Message> {
    let title = change.last_facts().map(|facts| title(&facts.title)).unwrap_or_default();
    match (&change.was, &change.now) {
        (Some(was), Some(now)) => {
            let aspects = change.aspects().into_iter();
            aspects.map(|aspect| line(conference, aspect, &title, was, now)).collect()
        }
        (None, Some(now)) => {
            let place = place(conference, now);
            vec![message!("new: {title} ({place})", "追加: {title}（{place}）", title = title)]
        }
        _ => vec![message!("gone: {title}", "取り下げ: {title}")],
    }
}

fn line(conference: &Conference, aspect: Aspect, title: &str, was: &Facts, now: &Facts) -> Message {
    match aspect {
        Aspect::Canceled => message!("canceled: {title}", "中止: {title}"),
        Aspect::Restored => message!("takes place after all: {title}", "中止の取り消し: {title}"),
        Aspect::Moved => {
            let [was, now] = [was, now].map(|facts| place(conference, facts));
            message!("moved: {title}: {was} → {now}", "時間・会場の変更: {title}: {was} → {now}")
        }
        Aspect::Renamed => {
            let was = self::title(&was.title);
            message!("renamed: {was} → {title}", "題名の変更: {was} → {title}")
        }
        Aspect::People => {
            let [was, now] = [was, now].map(|facts| people(conference, &facts.people));
            message!("speakers: {title}: {was} → {now}", "登壇者の変更: {title}: {was} → {now}")
        }
    }
}

/// A text for the reader of the report, if there is one in that language.
fn title(text: &Text) -> String {
    let tag = match report_language() {
        ReportLanguage::Japanese => "ja",
        ReportLanguage::English => "en",
    };
    let own = text.iter().find(|(language, _)| language.as_str() == tag);
    own.or_else(|| text.iter().next()).map(|(_, text)| text.clone()).unwrap_or_default()
}

/// "2016-10-01 14:15–14:50, Hall".
fn place(conference: &Conference, facts: &Facts) -> String {
    let end = match facts.end {
        Some(end) if end.date() == facts.start.date() => end.strftime("–%H:%M").to_string(),
        Some(end) => end.strftime("–%Y-%m-%d %H:%M").to_string(),
        None => String::new(),
    };
    let room = facts.room.as_ref().map(|id| match conference.event.room(id) {
        Some(room) => format!(", {}", title(&room.name)),
        None => format!(", {id}"),
    });
    let room = room.or_else(|| facts.venue.as_ref().map(|venue| format!(", {}", title(venue))));
    format!("{}{end}{}", facts.start.strftime("%Y-%m-%d %H:%M"), room.unwrap_or_default())
}

fn people(conference: &Conference, people: &[Slug]) -> String {
    let name = |slug: &Slug| conference.speaker(slug).map_or_else(|| slug.to_string(), |speaker| title(&speaker.name));
    if people.is_empty() { "–".to_owned() } else { people.iter().map(name).collect::<Vec<_>>().join(", ") }
}
