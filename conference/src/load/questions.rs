//! Collects the questions that several people answered.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, HashMap},
};

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use crate::{Interview, Language, Question, Series, SharedQuestion, Slug, Text, Transcript, template};

/// The longest id with a page, in bytes: file systems allow 255 for the name of a file, with its ending.
pub(super) const LONGEST_ID: usize = 240;

/// A question with the interviews that have it, the oldest first.
struct Asked<'i> {
    /// The first words in each language.
    texts: Vec<(&'i Language, &'i str)>,
    interviews: Vec<&'i Interview>,
}

/// The questions with answers of at least two people in at least two interviews: first those that series list, in their order,
/// then those with the most answers.
///
/// Expects the newest interview first. `people` are the places of speakers in their list.
pub(super) fn collect(
    interviews: &[Interview],
    series: &BTreeMap<String, Series>,
    people: &BTreeMap<Slug, usize>,
) -> Vec<SharedQuestion> {
    let mut listed: HashMap<&str, (usize, &Text)> = HashMap::new();
    for (rank, question) in series.values().flat_map(|series| &series.questions).enumerate() {
        listed.entry(&question.id).or_insert((rank, &question.text));
    }
    let mut shared: Vec<_> = asked(interviews)
        .into_iter()
        .filter(|(id, asked)| {
            let speakers = asked.interviews.iter().flat_map(|interview| &interview.speakers);
            id.len() <= LONGEST_ID && asked.interviews.len() > 1 && speakers.collect::<BTreeSet<_>>().len() > 1
        })
        .collect();
    // Stable: equal ones stay in the order in which they were asked first.
    shared.sort_by_key(|(id, asked)| {
        (listed.get(id).map_or(usize::MAX, |(rank, _)| *rank), Reverse(asked.interviews.len()))
    });
    let question = |(id, mut asked): (&str, Asked<'_>)| {
        asked.interviews.sort_by_key(|interview| interview.speakers.first().and_then(|slug| people.get(slug)));
        SharedQuestion {
            id: id.to_owned(),
            text: listed.get(id).map_or_else(|| text(&asked.texts), |(_, text)| (*text).clone()),
            interviews: asked.interviews.into_iter().map(|interview| interview.slug.clone()).collect(),
        }
    };
    shared.into_iter().map(question).collect()
}

/// The questions of a transcript whose ids say something about them.
fn identified(transcript: &Transcript) -> impl Iterator<Item = &Question> {
    transcript.questions().filter(|one| !one.is_repeated && !template::is_placeholder_id(&one.id))
}

/// The words of a question in all languages.
fn text(texts: &[(&Language, &str)]) -> Text {
    // Every question has words.
    let (language, first) = texts[0];
    let mut text = Text::new(language.clone(), first.to_owned());
    for (language, words) in &texts[1..] {
        text.insert((*language).clone(), (*words).to_owned());
    }
    text
}

/// The questions of more than one interview, in the order in which they were asked first. Questions of all languages are
/// joined by their ids.
fn asked(interviews: &[Interview]) -> Vec<(&str, Asked<'_>)> {
    // Most questions are asked once. They are told apart first, because a list for each would take most of the time.
    let count = interviews.iter().flat_map(|one| one.body.iter()).map(|(_, transcript)| transcript.questions().count());
    let mut first: FxHashMap<&str, usize> = FxHashMap::with_capacity_and_hasher(count.sum(), FxBuildHasher);
    let mut several: FxHashSet<&str> = FxHashSet::default();
    for (number, interview) in interviews.iter().enumerate() {
        for question in interview.body.iter().flat_map(|(_, transcript)| identified(transcript)) {
            if *first.entry(&question.id).or_insert(number) != number {
                several.insert(&question.id);
            }
        }
    }
    let mut all: Vec<(&str, Asked<'_>)> = Vec::new();
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    for interview in interviews.iter().rev() {
        for (language, transcript) in interview.body.iter() {
            for question in identified(transcript).filter(|question| several.contains(&*question.id)) {
                let place = *places.entry(&question.id).or_insert_with(|| {
                    all.push((&question.id, Asked { texts: Vec::new(), interviews: Vec::new() }));
                    all.len() - 1
                });
                let Asked { texts, interviews } = &mut all[place].1;
                if texts.iter().all(|(known, _)| *known != language) {
                    texts.push((language, &question.text));
                }
                if interviews.last().is_none_or(|last| last.slug != interview.slug) {
                    interviews.push(interview);
                }
            }
        }
    }
    all
}
