//! The documents that a search finds: sessions, speakers, interviews, single questions, news and pages.

use std::ops::Range;

use super::texts::{Collector, Field, Texts};
use crate::{Conference, Interview, Language, Localized, Part, Question, Slug, Transcript, fold::fold, url::Page};

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A session.
    Session,
    /// A speaker.
    Speaker,
    /// An interview: its title, its introduction and the text between its questions. A series of interviews.
    Interview,
    /// A question of an interview with its answer and the footnotes of both. A question that several people answered.
    Question,
    /// An article of the news.
    News,
    /// A page about the event.
    Page,
}

impl Kind {
    /// Every kind, in the order of the results.
    pub const ALL: [Self; 6] = [Self::Session, Self::Speaker, Self::Interview, Self::Question, Self::News, Self::Page];

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Speaker => "speaker",
            Self::Interview => "interview",
            Self::Question => "question",
            Self::News => "news",
            Self::Page => "page",
        }
    }
}

/// An item with a place of its own on the site, in all its languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A session by its position.
    Session(usize),
    /// A speaker by their position.
    Speaker(usize),
    /// A series of interviews by its key.
    Series(Box<str>),
    /// An interview by its position.
    Interview(usize),
    /// A question that several people answered, by its position.
    SharedQuestion(usize),
    /// A question by the position of its interview and its id.
    Question(usize, Box<str>),
    /// An article by its position.
    Article(usize),
    /// The description of the event.
    About,
}

/// All items in the order of their kinds, and the range of each kind.
pub(super) fn items(conference: &Conference) -> (Vec<Item>, [Range<usize>; Kind::ALL.len()]) {
    let mut items = Vec::new();
    let ranges = Kind::ALL.map(|kind| {
        let start = items.len();
        match kind {
            Kind::Session => items.extend((0..conference.sessions.len()).map(Item::Session)),
            Kind::Speaker => items.extend((0..conference.speakers.len()).map(Item::Speaker)),
            Kind::Interview => {
                items.extend(conference.series.keys().map(|key| Item::Series(key.as_str().into())));
                items.extend((0..conference.interviews.len()).map(Item::Interview));
            }
            Kind::Question => {
                items.extend((0..conference.questions.len()).map(Item::SharedQuestion));
                for (place, interview) in conference.interviews.iter().enumerate() {
                    let ids = question_ids(interview).into_iter();
                    items.extend(ids.map(|id| Item::Question(place, id.into())));
                }
            }
            Kind::News => items.extend((0..conference.articles.len()).map(Item::Article)),
            Kind::Page => items.push(Item::About),
        }
        start..items.len()
    });
    (items, ranges)
}

/// The ids of the questions of an interview in all languages: those of the original first.
fn question_ids(interview: &Interview) -> Vec<&str> {
    let mut ids: Vec<&str> = Vec::new();
    for (place, (_, transcript)) in interview.body.iter().enumerate() {
        for question in transcript.questions() {
            if place == 0 || !ids.contains(&&*question.id) {
                ids.push(&question.id);
            }
        }
    }
    ids
}

/// The folded texts of a session in all its languages. Line feeds separate the fields: no word has one.
pub(crate) fn session_text(conference: &Conference, place: usize) -> String {
    let item = Item::Session(place);
    let languages = conference.languages_of(&item);
    let texts = languages.flat_map(|language| conference.texts_of(&item, language).0);
    let folded: Vec<String> = texts.map(|text| fold(&text)).collect();
    folded.join("\n")
}

impl Conference {
    /// The page of an item, and the id of its place there.
    pub fn place_of<'i>(&self, item: &'i Item) -> (Page, Option<&'i str>) {
        let interview = |place: usize| Page::Interview(self.interviews[place].slug.clone());
        let page = match item {
            Item::Session(place) => Page::Session(self.sessions[*place].slug.clone()),
            Item::Speaker(place) => Page::Speaker(self.speakers[*place].slug.clone()),
            Item::Series(key) => Page::Series(key.to_string()),
            Item::Interview(place) => interview(*place),
            Item::SharedQuestion(place) => Page::Question(self.questions[*place].id.clone()),
            Item::Question(place, id) => return (interview(*place), Some(id)),
            Item::Article(place) => Page::Article(self.articles[*place].slug.clone()),
            Item::About => Page::About,
        };
        (page, None)
    }

    /// The languages in which the page of an item has a text of its own. That of a question may have others than the question.
    pub fn languages_of_page<'a>(&'a self, item: &'a Item) -> Vec<&'a Language> {
        match item {
            Item::Question(place, _) => languages(&self.interviews[*place].body),
            _ => self.languages_of(item).collect(),
        }
    }

    /// The languages in which an item has a text of its own; never empty.
    pub fn languages_of<'a>(&'a self, item: &'a Item) -> impl Iterator<Item = &'a Language> {
        let languages: Vec<&Language> = match item {
            Item::Session(place) => languages(&self.sessions[*place].body),
            Item::Speaker(place) => languages(&self.speakers[*place].body),
            Item::Series(key) => self.series.get(&**key).map_or_else(Vec::new, |series| {
                languages(&series.name).into_iter().chain(languages(&series.body)).collect()
            }),
            Item::Interview(place) => languages(&self.interviews[*place].body),
            Item::SharedQuestion(place) => languages(&self.questions[*place].text),
            Item::Question(place, id) => {
                let bodies = self.interviews[*place].body.iter();
                let with_question = bodies.filter(|(_, transcript)| question(transcript, id).is_some());
                with_question.map(|(language, _)| language).collect()
            }
            Item::Article(place) => languages(&self.articles[*place].body),
            Item::About => languages(&self.event.body),
        };
        self.event.languages.iter().filter(move |language| languages.contains(language))
    }

    /// The texts of an item in a language.
    pub fn texts_of(&self, item: &Item, language: &Language) -> Texts {
        let languages = self.languages_of(item).collect();
        let mut texts = Collector { texts: Texts::default(), language, languages };
        match item {
            Item::Session(place) => {
                let session = &self.sessions[*place];
                texts.add_text(Field::Title, &session.title);
                for person in self.people(session.people()) {
                    texts.add_person(Field::Person, person);
                }
                texts.add_html(&session.body.get(language).1.html);
                session.tags.iter().for_each(|tag| texts.add(Field::Person, tag));
            }
            Item::Speaker(place) => {
                let speaker = &self.speakers[*place];
                texts.add_person(Field::Title, speaker);
                speaker.role.iter().for_each(|role| texts.add_text(Field::Person, role));
                texts.add_html(&speaker.body.get(language).1.html);
            }
            Item::Series(key) => {
                let Some(series) = self.series.get(&**key) else { return texts.texts };
                texts.add_text(Field::Title, &series.name);
                series.summary.iter().for_each(|summary| texts.add(Field::Text, summary.text(language)));
                texts.add_html(&series.body.get(language).1.html);
            }
            Item::Interview(place) => self.add_interview(&self.interviews[*place], &mut texts),
            Item::SharedQuestion(place) => {
                let question = &self.questions[*place];
                // Its people are found with their answers: there may be thousands.
                texts.add(Field::Question, question.text.text(language));
            }
            Item::Question(place, id) => {
                let interview = &self.interviews[*place];
                self.add_people(&interview.speakers, &mut texts);
                let transcript = interview.body.get(language).1;
                if let Some((place, question)) = question(transcript, id) {
                    texts.add(Field::Question, &question.text);
                    texts.add_html(&question.answer);
                    transcript.footnotes.of(Some(place)).for_each(|note| texts.add_html(note));
                }
            }
            Item::Article(place) => {
                let article = &self.articles[*place];
                texts.add_text(Field::Title, &article.title);
                article.author.iter().for_each(|author| texts.add_text(Field::Person, author));
                article.summary.iter().for_each(|summary| texts.add(Field::Text, summary.text(language)));
                texts.add_html(&article.body.get(language).1.html);
                article.tags.iter().for_each(|tag| texts.add(Field::Person, tag));
            }
            Item::About => {
                let event = &self.event;
                texts.add_text(Field::Title, &event.name);
                event.tagline.iter().for_each(|tagline| texts.add(Field::Text, tagline.text(language)));
                texts.add_html(&event.body.get(language).1.html);
                if let Some(venue) = &event.venue {
                    let lines = [Some(&venue.name), venue.address.as_ref(), venue.access.as_ref()];
                    lines.into_iter().flatten().for_each(|line| texts.add(Field::Text, line.text(language)));
                }
                event.notice.iter().for_each(|notice| texts.add(Field::Text, notice.text(language)));
                event.rooms.iter().for_each(|room| texts.add_text(Field::Text, &room.name));
                event.organizer.iter().for_each(|organizer| texts.add_text(Field::Text, &organizer.name));
                event.sponsors.iter().for_each(|sponsor| texts.add_text(Field::Text, &sponsor.name));
            }
        }
        texts.texts
    }

    fn add_people(&self, slugs: &[Slug], texts: &mut Collector<'_>) {
        for person in self.people(slugs) {
            texts.add_person(Field::Person, person);
        }
    }

    fn add_interview(&self, interview: &Interview, texts: &mut Collector<'_>) {
        let language = texts.language;
        texts.add_text(Field::Title, &interview.title);
        self.add_people(&interview.speakers, texts);
        interview.interviewer.iter().for_each(|name| texts.add_text(Field::Person, name));
        interview.summary.iter().for_each(|summary| texts.add(Field::Text, summary.text(language)));
        let transcript = interview.body.get(language).1;
        texts.add_html(&transcript.introduction);
        for section in &transcript.sections {
            section.heading.iter().for_each(|heading| texts.add(Field::Text, &heading.text));
            for part in &section.parts {
                if let Part::Prose(html) = part {
                    texts.add_html(html);
                }
            }
        }
        transcript.footnotes.of(None).for_each(|note| texts.add_html(note));
        interview.tags.iter().for_each(|tag| texts.add(Field::Person, tag));
    }
}

fn languages<T>(body: &Localized<T>) -> Vec<&Language> {
    body.iter().map(|(language, _)| language).collect()
}

/// The question with an id, and its position.
fn question<'t>(transcript: &'t Transcript, id: &str) -> Option<(usize, &'t Question)> {
    transcript.questions().enumerate().find(|(_, question)| question.id == id)
}
