//! Joins an interview and its translation: questions by id, and paragraphs if both sides have as many.

mod blocks;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use crate::{Heading, Part, Question, Transcript};

pub use blocks::{blocks, rows};

/// The same part of an interview in two languages; one of the sides may lack it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pair<'t> {
    /// A heading, which begins a section.
    Heading(Option<&'t Heading>, Option<&'t Heading>),
    /// HTML that answers no question: the introduction, text below a heading, or the footnotes.
    Prose(Option<&'t str>, Option<&'t str>),
    /// A question with its answer.
    Question(Option<&'t Question>, Option<&'t Question>),
}

/// A part of one side.
#[derive(Clone, Copy)]
enum Passage<'t> {
    Heading(&'t Heading),
    Prose(&'t str),
    Question(&'t Question),
}

/// The identity of a part in both languages.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key<'t> {
    Heading(&'t str),
    Question(&'t str),
    Introduction,
    /// The text below a heading; `None` before the first one.
    Prose(Option<&'t str>),
    Footnotes,
}

/// The parts of two transcripts in the order of the first. A part that only the second has stands behind the one that it
/// follows there.
pub fn join<'t>(one: &'t Transcript, other: &'t Transcript) -> Vec<Pair<'t>> {
    let own: Vec<&str> = headings(one).collect();
    let others: Vec<&str> = headings(other).collect();
    let renamed = same_by_place(&own, &others);
    let first = passages(one, &HashMap::new());
    let second = passages(other, &renamed);
    let places: HashMap<Key<'_>, usize> = second.iter().enumerate().map(|(place, (key, _))| (*key, place)).collect();
    let mut followers: Vec<Vec<Passage<'_>>> = vec![Vec::new(); first.len() + 1];
    let joined: HashMap<Key<'_>, usize> = first.iter().enumerate().map(|(place, (key, _))| (*key, place)).collect();
    let mut last = 0;
    for (key, passage) in &second {
        match joined.get(key) {
            Some(place) => last = place + 1,
            None => followers[last].push(*passage),
        }
    }
    let mut pairs: Vec<Pair<'_>> = Vec::with_capacity(first.len());
    let mut followers = followers.into_iter();
    pairs.extend(followers.next().into_iter().flatten().map(|passage| pair(None, Some(passage))));
    for ((key, passage), followers) in first.into_iter().zip(followers) {
        pairs.push(pair(Some(passage), places.get(&key).map(|place| second[*place].1)));
        pairs.extend(followers.into_iter().map(|passage| pair(None, Some(passage))));
    }
    pairs
}

/// Headings of the second side that are those of the first by their place. Without ids they have ids from their words, which
/// differ between languages.
fn same_by_place<'t>(own: &[&'t str], others: &[&'t str]) -> HashMap<&'t str, &'t str> {
    let (known, known_there): (HashSet<_>, HashSet<_>) = (own.iter().collect(), others.iter().collect());
    let pairs = own.iter().zip(others).filter(|(own, other)| !known_there.contains(own) && !known.contains(other));
    if own.len() == others.len() { pairs.map(|(own, other)| (*other, *own)).collect() } else { HashMap::new() }
}

fn headings(transcript: &Transcript) -> impl Iterator<Item = &str> {
    transcript.sections.iter().filter_map(|section| Some(section.heading.as_ref()?.id.as_str()))
}

/// The parts of a transcript with their keys, in which headings have other ids.
fn passages<'t>(transcript: &'t Transcript, renamed: &HashMap<&str, &'t str>) -> Vec<(Key<'t>, Passage<'t>)> {
    let mut passages = Vec::new();
    if !transcript.introduction.is_empty() {
        passages.push((Key::Introduction, Passage::Prose(transcript.introduction.as_str())));
    }
    for section in &transcript.sections {
        let id = section.heading.as_ref().map(|heading| {
            let id = heading.id.as_str();
            renamed.get(id).copied().unwrap_or(id)
        });
        if let (Some(heading), Some(id)) = (&section.heading, id) {
            passages.push((Key::Heading(id), Passage::Heading(heading)));
        }
        for part in &section.parts {
            passages.push(match part {
                Part::Question(question) => (Key::Question(&question.id), Passage::Question(question)),
                Part::Prose(html) => (Key::Prose(id), Passage::Prose(html)),
            });
        }
    }
    if !transcript.footnotes.html.is_empty() {
        passages.push((Key::Footnotes, Passage::Prose(transcript.footnotes.html.as_str())));
    }
    passages
}

/// Two parts with the same key, or one of them; a part of another kind is none.
fn pair<'t>(one: Option<Passage<'t>>, other: Option<Passage<'t>>) -> Pair<'t> {
    match (one, other) {
        (Some(Passage::Heading(one)), Some(Passage::Heading(other))) => Pair::Heading(Some(one), Some(other)),
        (Some(Passage::Prose(one)), Some(Passage::Prose(other))) => Pair::Prose(Some(one), Some(other)),
        (Some(Passage::Question(one)), Some(Passage::Question(other))) => Pair::Question(Some(one), Some(other)),
        (Some(Passage::Heading(one)), _) => Pair::Heading(Some(one), None),
        (Some(Passage::Prose(one)), _) => Pair::Prose(Some(one), None),
        (Some(Passage::Question(one)), _) => Pair::Question(Some(one), None),
        (None, Some(Passage::Heading(other))) => Pair::Heading(None, Some(other)),
        (None, Some(Passage::Prose(other))) => Pair::Prose(None, Some(other)),
        (None, Some(Passage::Question(other))) => Pair::Question(None, Some(other)),
        (None, None) => Pair::Prose(None, None),
    }
}
