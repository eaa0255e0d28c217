//! One interview in two languages, answer by answer and, if both have as many, paragraph by paragraph.

use std::collections::HashSet;

use conference::{
    Heading, Language, Question, Slug,
    bilingual::{Pair, join, rows},
    url::Page,
};
use leptos::prelude::*;

use super::{
    contents::Contents,
    exchange::Exchange,
    header::{Meta, Series, description},
    sides::{Sides, pair, prose},
};
use crate::{
    context::context,
    messages::Messages,
    pages::missing::Missing,
    parts::{self, Level, Origin, Outdated, PaperLinks, PeopleLinks, unpublished, with_prefix},
    shell::Shell,
};

#[component]
pub(in crate::pages) fn BilingualPage(slug: Slug, other: Language) -> AnyView {
    let context = context();
    let messages = context.messages;
    let interview = context.conference.interview(&slug);
    let texts = interview.and_then(|interview| {
        Some((interview, interview.body.exactly(&context.language)?, interview.body.exactly(&other)?))
    });
    let Some((interview, transcript, translation)) = texts else { return view! { <Missing/> }.into_any() };
    let (title, lang) = context.tagged(&interview.title);
    let phrased = parts::title(&context, &interview.title);
    let (own, there) = (context.text(&interview.title), interview.title.tagged(&other));
    let other_title = (own != there.0).then(|| {
        let lang = there.1.unwrap_or(other.as_str()).to_owned();
        view! { <p class="other-title" lang=lang>{there.0.to_owned()}</p> }
    });
    let is_older = interview.outdated.iter().any(|language| [&context.language, &other].contains(&language));
    let change = interview.updated.filter(|_| is_older);
    let pairs = join(transcript, translation);
    let apart = Apart::new(&pairs, &other);
    let sections = apart.sections(&pairs);
    let texts = apart.texts(&pairs);
    let alone = context.url(&Page::Interview(slug));
    let names = [&context.language, &other].map(|language| {
        let name = Messages::endonym(language).to_owned();
        view! { <p class="side" lang=language.to_string()>{name}</p> }.into_any()
    });
    let [own_name, other_name] = names;
    let description = description(&context, interview);
    let mark = unpublished(&context, (!interview.draft).then_some(interview.published));
    let document_title = messages.in_two_languages(&title, &context.language, &other);
    let main = view! {
        <article class="interview bilingual">
            <header class="interview-header">
                {mark.map(|mark| view! { <p>{mark}</p> })}
                <Series interview=interview/>
                <h1 lang=lang>{phrased}</h1>
                {other_title}
                <PeopleLinks speakers=&interview.speakers/>
                <Meta interview=interview transcript=transcript/>
                <p class="other-language"><a href=alone>{messages.show_only(&context.language)}</a></p>
            </header>
            <Outdated change=change/>
            <Contents transcript=transcript lang=None/>
            <div class="transcript">{pair(own_name, other_name)}{sections}</div>
            <PaperLinks html=texts.iter().map(String::as_str).collect()/>
            <Origin source=interview.source.as_ref() licence=interview.licence.as_deref()/>
        </article>
    };
    view! {
        <Shell title={Some(document_title)} description=description kind="interview-main" sheet=Some("/reading.css")>{main}</Shell>
    }
    .into_any()
}

/// The second side, whose ids differ from those of the first, except for the questions and headings that both have.
struct Apart<'a> {
    language: &'a Language,
    prefix: String,
    ids: HashSet<String>,
}

impl<'a> Apart<'a> {
    fn new(pairs: &[Pair<'_>], language: &'a Language) -> Self {
        let mut ids = HashSet::new();
        for pair in pairs {
            let (id, html) = match pair {
                Pair::Heading(own, Some(other)) => {
                    (Some(&other.id).filter(|id| own.is_none_or(|own| own.id != **id)), other.html.as_str())
                }
                Pair::Question(own, Some(other)) => (own.is_none().then_some(&other.id), other.answer.as_str()),
                Pair::Prose(_, Some(html)) => (None, *html),
                _ => continue,
            };
            ids.extend(id.cloned());
            ids.extend(html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
        }
        // No id from content has an underscore.
        Self { language, prefix: format!("{language}_"), ids }
    }

    fn html(&self, html: &str) -> String {
        with_prefix(html, &self.prefix, |id| self.ids.contains(id))
    }

    fn id(&self, id: &str) -> String {
        if self.ids.contains(id) { format!("{}{id}", self.prefix) } else { id.to_owned() }
    }

    fn question(&self, question: &Question) -> Question {
        Question {
            id: self.id(&question.id),
            html: self.html(&question.html),
            text: question.text.clone(),
            answer: self.html(&question.answer),
        }
    }

    /// The sections, each with its heading.
    fn sections(&self, pairs: &[Pair<'_>]) -> AnyView {
        let mut sections = Vec::new();
        let mut views = Vec::new();
        let mut level = Level::Second;
        for pair in pairs {
            if let Pair::Heading(own, other) = pair {
                sections.push(std::mem::take(&mut views));
                level = Level::Third;
                views.push(self.heading(*own, *other));
                continue;
            }
            views.push(self.part(pair, level));
        }
        sections.push(views);
        let sections = sections.into_iter().filter(|views| !views.is_empty());
        sections.map(|views| view! { <section class="transcript-section">{views}</section> }).collect_view().into_any()
    }

    fn heading(&self, own: Option<&Heading>, other: Option<&Heading>) -> AnyView {
        let lang = self.language.to_string();
        match (own, other) {
            (Some(own), other) => {
                let heading = view! { <h2 id=own.id.clone() inner_html=own.html.clone()></h2> };
                // A heading in Latin script may be the same in both languages.
                let other = other.filter(|other| other.html != own.html || other.id != own.id).map(|other| {
                    let id = (other.id != own.id).then(|| self.id(&other.id));
                    view! { <p class="section-title" id=id lang=lang inner_html=self.html(&other.html)></p> }
                });
                pair(heading.into_any(), other.into_any())
            }
            (None, Some(other)) => {
                let heading = view! { <h2 id=self.id(&other.id) lang=lang inner_html=self.html(&other.html)></h2> };
                pair(().into_any(), heading.into_any())
            }
            (None, None) => ().into_any(),
        }
    }

    fn part(&self, pair: &Pair<'_>, level: Level) -> AnyView {
        match pair {
            Pair::Question(Some(own), other) => {
                let other = other.map(|other| self.question(other));
                let sides = Sides::Two(self.language, other.as_ref());
                view! { <Exchange question=own level=level sides=sides/> }.into_any()
            }
            Pair::Question(None, Some(other)) => {
                let question = self.question(other);
                view! { <Exchange question=&question level=level sides=Sides::Other(self.language)/> }.into_any()
            }
            Pair::Prose(own, other) => {
                let other = other.map(|html| self.html(html)).unwrap_or_default();
                prose(self.language, "prose", own.unwrap_or_default(), &other)
            }
            Pair::Heading(..) | Pair::Question(None, None) => ().into_any(),
        }
    }

    /// The HTML of both sides in the order of the page.
    fn texts(&self, pairs: &[Pair<'_>]) -> Vec<String> {
        let mut texts = Vec::new();
        for pair in pairs {
            let (words, (own, other)) = match pair {
                Pair::Heading(own, other) => ([own.map(|own| &own.html), other.map(|other| &other.html)], (None, None)),
                Pair::Prose(own, other) => ([None, None], (*own, *other)),
                Pair::Question(own, other) => (
                    [own.map(|own| &own.html), other.map(|other| &other.html)],
                    (own.map(|own| own.answer.as_str()), other.map(|other| other.answer.as_str())),
                ),
            };
            texts.extend(words.into_iter().flatten().cloned());
            let rows = rows(own.unwrap_or_default(), other.unwrap_or_default());
            texts.extend(rows.into_iter().flat_map(|(own, other)| [own.to_owned(), other.to_owned()]));
        }
        texts
    }
}
