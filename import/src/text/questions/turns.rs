//! Transcripts, in which the name of the speaker precedes each turn: `**Name:**` or `Name：`.

use std::collections::HashMap;

use super::{
    divide::{Extent, Sign, divide as divide_at},
    found::Found,
};
use crate::text::{
    document::{Inline, Leaf, Mark, lines, plain},
    profile,
};

/// The most people of a transcript.
const PEOPLE: usize = 6;

/// The longest name in characters.
const LONGEST: usize = 30;

/// Names of the role of the interviewer.
const INTERVIEWERS: [&str; 10] = [
    "聞き手",
    "インタビュアー",
    "インタビューアー",
    "インタビュア",
    "司会",
    "編集部",
    "interviewer",
    "host",
    "moderator",
    "editor",
];

/// The people of a transcript.
pub(super) struct Cast {
    interviewer: String,
    others: Vec<String>,
    /// The style of names, so that text in another style is not a name.
    style: Style,
    /// The number of turns that are questions.
    pub(super) questions: usize,
}

/// The style of the names before turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Strong,
    Plain,
}

/// A line with a name before it.
struct Turn {
    name: String,
    asks: bool,
}

/// Finds the people of a transcript, whose names repeat.
pub(super) fn cast(leaves: &[Leaf]) -> Option<Cast> {
    [Style::Strong, Style::Plain].into_iter().find_map(|style| cast_of(leaves, style))
}

fn cast_of(leaves: &[Leaf], style: Style) -> Option<Cast> {
    let mut turns: Vec<Turn> = Vec::new();
    for words in leaves.iter().filter_map(Leaf::paragraph) {
        for (line, _) in lines(words.to_vec()) {
            let text = plain(&line);
            if let Some((name, length)) = speaker(&line, &text, style) {
                turns.push(Turn { name, asks: asks(&text[length..]) });
            } else if let Some(turn) = turns.last_mut() {
                turn.asks |= asks(&text);
            }
        }
    }
    // Each name with the numbers of its turns and questions, in the order of the first turns.
    let mut order: Vec<&str> = Vec::new();
    let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
    for turn in &turns {
        let (count, asked) = counts.entry(&turn.name).or_insert_with(|| {
            order.push(&turn.name);
            (0, 0)
        });
        *count += 1;
        *asked += usize::from(turn.asks);
    }
    let count = |name: &str| counts.get(name).copied().unwrap_or_default();
    // "Guest" is the name of a turn only if it alternates with another one.
    let repeated = order.iter().filter(|name| count(name).0 > 1).count();
    order.retain(|name| match profile::is_part(name) {
        true => count(name).0 > 1 && repeated > 1,
        false => count(name).0 > 1 || style == Style::Strong,
    });
    let total: usize = order.iter().map(|name| count(name).0).sum();
    let least = if style == Style::Plain { 4 } else { 2 };
    if !(2..=PEOPLE).contains(&order.len()) || total < least {
        return None;
    }
    let labeled = order.iter().position(|name| is_label(name));
    let asking = (0..order.len()).filter(|&place| !profile::is_part(order[place])).max_by(|&one, &other| {
        let share = |place: usize| {
            let (count, asked) = count(order[place]);
            (asked * 1000).checked_div(count).unwrap_or_default()
        };
        share(one).cmp(&share(other)).then(other.cmp(&one))
    });
    let interviewer = order.remove(labeled.or(asking)?).to_owned();
    let questions = count(&interviewer).0;
    Some(Cast { interviewer, others: order.into_iter().map(str::to_owned).collect(), style, questions })
}

/// Splits a transcript into questions and answers.
pub(super) fn divide(leaves: Vec<Leaf>, cast: Cast) -> Found {
    let Cast { interviewer, others, style, .. } = cast;
    // Only the text of the line is available here, so it is searched for the mark.
    let sign = |line: &str| {
        let (name, length) = named(line)?;
        if name == interviewer {
            return Some(Sign::Question(length, Some(name.to_owned())));
        }
        let label = || format!("{name}:");
        others.iter().any(|other| other == name).then(|| Sign::Answer(length, (others.len() > 1).then(label)))
    };
    let parts = divide_at(leaves, Extent::Turn, sign);
    let check = format!(
        "the turns of “{interviewer}” became the questions{}",
        if style == Style::Plain { ", since the names before the turns repeat" } else { "" }
    );
    let name = if is_label(&interviewer) { String::new() } else { interviewer };
    let answering = others.into_iter().filter(|name| !profile::is_part(name)).collect();
    Found { parts, check: Some(check), interviewer: Some(name), answering, detail: None }
}

fn is_label(name: &str) -> bool {
    let name = name.to_lowercase();
    INTERVIEWERS.contains(&name.as_str())
}

/// The name before a line, with the length of the mark.
fn speaker(line: &[Inline], text: &str, style: Style) -> Option<(String, usize)> {
    let (name, length) = named(text)?;
    if profile::is_part(name) && profile::is_field(text) {
        return None;
    }
    if style == Style::Strong {
        let [Inline::Open(Mark::Strong), Inline::Text(strong), ..] = line else { return None };
        if strong.trim_end_matches([':', '：', ' ']) != name {
            return None;
        }
    }
    Some((name.to_owned(), length))
}

pub(super) fn named(text: &str) -> Option<(&str, usize)> {
    let (place, colon) =
        text.char_indices().take(LONGEST + 1).find(|(_, character)| matches!(character, ':' | '：'))?;
    let name = text[..place].trim();
    let after = &text[place + colon.len_utf8()..];
    let is_part = |character: char| {
        character.is_alphanumeric()
            || matches!(character, ' ' | '\u{3000}' | '.' | '\'' | '’' | '-' | '・' | '＝' | '（' | '）')
    };
    let is_name =
        !name.is_empty() && name.chars().all(is_part) && !name.starts_with(|first: char| first.is_ascii_digit());
    // `https://`, `10:30` and `key:value` are not names.
    let separate = colon == '：' || after.is_empty() || after.starts_with(char::is_whitespace) || !after.is_ascii();
    if !is_name || !separate || after.starts_with("//") || profile::is_key(name) && !profile::is_part(name) {
        return None;
    }
    Some((name, text.len() - after.trim_start().len()))
}

fn asks(text: &str) -> bool {
    let text = text.trim_end();
    text.contains(['?', '？']) || ["か。", "ください。", "でしょうか"].iter().any(|end| text.ends_with(end))
}
