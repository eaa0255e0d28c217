//! One interview in two languages, answer by answer and, if both have as many, paragraph by paragraph.

use conference::{
    Heading, Language, Slug,
    bilingual::{Pair, join, rows},
    url::Page,
};
use leptos::prelude::*;

use super::{
    contents::{Contents, entries_of_both},
    exchange::Exchange,
    header::{Meta, Series, description},
    second_side::SecondSide,
    sides::{Sides, pair, prose},
};
use crate::{
    context::context,
    messages::Messages,
    pages::missing::Missing,
    parts::{self, Level, Origin, Outdated, PaperLinks, PeopleLinks, unpublished},
    shell::Shell,
};

#[component]
pub(in crate::pages) fn BilingualPage(slug: Slug, other: Language) -> AnyView {
    let context = context();
    let messages = context.messages;
    let interview = context.conference.interview(&slug);
    let both = interview.and_then(|interview| {
        Some((interview, interview.body.exactly(&context.language)?, interview.body.exactly(&other)?))
    });
    let Some((interview, transcript, translation)) = both else { return view! { <Missing/> }.into_any() };
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
    let second = SecondSide::of(&pairs, &other);
    let sections = sections(&pairs, &second);
    let entries = entries_of_both(&pairs, &second);
    let texts = texts(&pairs);
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
            <Contents entries=entries/>
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

/// The sections, each with its heading.
fn sections(pairs: &[Pair<'_>], second: &SecondSide<'_>) -> AnyView {
    let mut sections = Vec::new();
    let mut views = Vec::new();
    let mut level = Level::Second;
    for pair in pairs {
        if let Pair::Heading(own, other) = pair {
            sections.push(std::mem::take(&mut views));
            level = Level::Third;
            views.push(section_title(*own, *other, second));
            continue;
        }
        views.push(part(pair, level, second));
    }
    sections.push(views);
    let sections = sections.into_iter().filter(|views| !views.is_empty());
    sections.map(|views| view! { <section class="transcript-section">{views}</section> }).collect_view().into_any()
}

fn section_title(own: Option<&Heading>, other: Option<&Heading>, second: &SecondSide<'_>) -> AnyView {
    let lang = second.language.to_string();
    match (own, other) {
        (Some(own), other) => {
            let heading = view! { <h2 id=own.id.clone() inner_html=own.html.clone()></h2> };
            // A heading in Latin script may be the same in both languages.
            let other = other.filter(|other| other.html != own.html || other.id != own.id).map(|other| {
                let id = (other.id != own.id).then(|| second.id(&other.id));
                view! { <p class="section-title" id=id lang=lang inner_html=second.html(&other.html)></p> }
            });
            pair(heading.into_any(), other.into_any())
        }
        (None, Some(other)) => {
            let heading = view! { <h2 id=second.id(&other.id) lang=lang inner_html=second.html(&other.html)></h2> };
            pair(().into_any(), heading.into_any())
        }
        (None, None) => ().into_any(),
    }
}

fn part(pair: &Pair<'_>, level: Level, second: &SecondSide<'_>) -> AnyView {
    match pair {
        Pair::Question(Some(own), other) => {
            let other = other.map(|other| second.question(other));
            let sides = Sides::Two(second.language, other.as_ref());
            view! { <Exchange question=own level=level sides=sides/> }.into_any()
        }
        Pair::Question(None, Some(other)) => {
            let question = second.question(other);
            let sides = Sides::Other(second.language, other);
            view! { <Exchange question=&question level=level sides=sides/> }.into_any()
        }
        Pair::Prose(own, other) => {
            let other = other.map(|html| second.html(html)).unwrap_or_default();
            prose(second.language, "prose", own.unwrap_or_default(), &other)
        }
        Pair::Heading(..) | Pair::Question(None, None) => ().into_any(),
    }
}

/// The HTML of both sides in the order of the page.
fn texts(pairs: &[Pair<'_>]) -> Vec<String> {
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
