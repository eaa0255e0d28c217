//! An answer on the page of its question, with its person and the way to its place in the interview.

use conference::{Interview, SharedQuestion, Speaker, url::Page};
use leptos::prelude::*;

use super::{
    body::excerpted,
    interview_card::{series_link, unpublished},
    person::{Avatar, organization_and_role},
    text::tagged,
    time::moment,
};
use crate::{context::context, dates};

/// The answer of an interview to a question.
#[component]
pub(crate) fn SharedAnswer<'a>(shared: &'a SharedQuestion, interview: &'a Interview) -> AnyView {
    let context = context();
    let messages = context.messages;
    let Some((language, question)) = interview.question(&context.language, &shared.id) else {
        return ().into_any();
    };
    // An answer that only a translation has is not on the page of this language.
    let page = Page::Interview(interview.slug.clone());
    let is_here = interview.body.get(&context.language).0 == language;
    let in_interview = match is_here {
        true => context.url(&page),
        false => page.path(language, context.conference.event.default_language()),
    };
    let people: Vec<_> = context.conference.people(&interview.speakers).collect();
    let avatars = people.iter().map(|speaker| view! { <Avatar speaker=speaker/> }).collect_view();
    let affiliation = match people[..] {
        [one] => organization_and_role(&context, one).map(|text| view! { <p class="role">{text}</p> }),
        _ => None,
    };
    let lang = (*language != context.language).then(|| language.to_string());
    // The page has the words of the question already.
    let is_same = shared.text.exactly(language) == Some(&question.text);
    let asked = (!is_same).then(|| {
        let label = format!("{}: ", messages.asked_as());
        view! { <p class="asked-as">{label}<q lang=lang.clone()>{question.text.clone()}</q></p> }
    });
    // The prefix holds an underscore, as no id from content does.
    let answer = excerpted(&raised(&question.answer), &format!("{}_", interview.slug), &in_interview);
    let (title, title_lang) = context.tagged(&interview.title);
    let series = interview.series.as_ref().map(|series| {
        let place = messages.place_in_series(series.number);
        view! { <span class="series">{series_link(&context, series)}" "{place}</span> }
    });
    let published = moment(&context, interview.published, dates::date(messages, interview.published.date()));
    let mark = unpublished(&context, (!interview.draft).then_some(interview.published));
    let place = format!("{in_interview}#{}", question.id);
    view! {
        <article class="shared-answer" id=format!("answer_{}", interview.slug)>
            <header class="answerer">
                <span class="answerer-likenesses">{avatars}</span>
                <div><h2>{names(&people)}</h2>{affiliation}</div>
            </header>
            {asked}
            <div class="prose" lang=lang inner_html=answer></div>
            <footer>
                <p><a href=place lang=title_lang>{title}</a></p>
                <p class="interview-meta">{series}{published}{mark}</p>
            </footer>
        </article>
    }
    .into_any()
}

/// An answer whose headings are those below a person: in an interview with sections, they are one level deeper.
fn raised(answer: &str) -> String {
    let is_deep = answer.contains("<h4") && !answer.contains("<h3");
    let levels = [(4, 3), (5, 4), (6, 5)].into_iter().filter(|_| is_deep);
    levels.fold(answer.to_owned(), |answer, (from, to)| {
        answer.replace(&format!("<h{from}"), &format!("<h{to}")).replace(&format!("</h{from}>"), &format!("</h{to}>"))
    })
}

/// The names of people, each with a link to their page.
fn names(people: &[&Speaker]) -> impl IntoView + use<> {
    let context = context();
    let separator = if context.messages.is_japanese() { "、" } else { ", " };
    let names = people.iter().enumerate().map(|(place, speaker)| {
        let href = context.url(&Page::Speaker(speaker.slug.clone()));
        let separator = (place > 0).then_some(separator);
        view! { {separator}<a href=href>{tagged(&context, &speaker.name)}</a> }
    });
    names.collect_view()
}
