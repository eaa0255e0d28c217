//! One module a page, and the way from a route to its document.

mod about;
mod article;
mod changes;
mod embed;
mod embedded_schedule;
mod exports;
mod feeds;
mod home;
mod interview;
mod interviews;
mod missing;
mod news;
mod now;
mod plan;
mod problem;
mod questions;
mod schedule;
mod screen;
mod screens;
mod search;
mod series;
mod session;
mod speaker;
mod speakers;
mod tags;
mod withdrawn;

use conference::{
    Language,
    url::{Page, Route},
};
use jiff::civil::DateTime;
use leptos::{prelude::*, reactive::owner::Owner};

use self::{
    about::AboutPage,
    article::ArticlePage,
    changes::ChangesPage,
    embed::EmbedPage,
    embedded_schedule::EmbeddedSchedulePage,
    exports::ExportsPage,
    feeds::FeedsPage,
    home::HomePage,
    interview::{BilingualPage, InterviewPage},
    interviews::InterviewsPage,
    news::NewsPage,
    now::NowPage,
    plan::{PlanPage, PlanPaperPage, PlanSessionsPage},
    problem::ProblemPage,
    questions::{QuestionPage, QuestionsPage},
    schedule::{ScheduleFrame, SchedulePage},
    screen::ScreenPage,
    screens::ScreensPage,
    search::SearchPage,
    series::SeriesPage,
    session::SessionPage,
    speaker::SpeakerPage,
    speakers::SpeakersPage,
    tags::{TagPage, TagsPage},
};
use crate::{
    context::Context,
    site::{Now, Site},
};

pub use problem::Problem;
pub use schedule::{Fragments, Frame, ScheduleFragments, Selection};

/// The subject of a document.
#[derive(Clone, Debug)]
pub enum Subject {
    /// A page.
    Page(Route),
    /// A filtered schedule without its fragments, of which so many sessions are shown.
    ScheduleFrame(Route, usize),
    /// The page in the place of one that cannot be shown.
    Problem(Language, Problem),
}

/// The document of a subject, at a moment of the event's time zone. Its status and headers are in the `ResponseOptions` of
/// its context. The same site, subject and moment give the same bytes.
#[component]
pub fn Document(
    /// The site.
    site: Site,
    /// The subject of the document.
    subject: Subject,
    /// The moment that it shows.
    now: Now,
) -> AnyView {
    // Only islands are hydrated. Otherwise leptos would mark every node, and write scripts into the document.
    if let Some(shared) = Owner::current_shared_context() {
        shared.set_is_hydrating(false);
    }
    let (language, page) = match &subject {
        Subject::Page(route) | Subject::ScheduleFrame(route, _) => (&route.language, Some(route.page.clone())),
        Subject::Problem(language, _) => (language, None),
    };
    provide_context(Context::new(site, language.clone(), page, now));
    match subject {
        Subject::Page(Route { page, .. }) => page_view(page),
        Subject::ScheduleFrame(Route { page: Page::Schedule(filter), .. }, count) => {
            view! { <ScheduleFrame filter=filter count=count/> }.into_any()
        }
        Subject::ScheduleFrame(Route { page, .. }, _) => page_view(page),
        Subject::Problem(_, problem) => view! { <ProblemPage problem=problem/> }.into_any(),
    }
}

fn page_view(page: Page) -> AnyView {
    match page {
        Page::Home => view! { <HomePage/> }.into_any(),
        Page::Schedule(filter) => view! { <SchedulePage filter=filter/> }.into_any(),
        Page::Session(slug) => view! { <SessionPage slug=slug/> }.into_any(),
        Page::Speakers => view! { <SpeakersPage/> }.into_any(),
        Page::Speaker(slug) => view! { <SpeakerPage slug=slug/> }.into_any(),
        Page::Interviews => view! { <InterviewsPage/> }.into_any(),
        Page::Interview(slug) => view! { <InterviewPage slug=slug/> }.into_any(),
        Page::Bilingual(slug, other) => view! { <BilingualPage slug=slug other=other/> }.into_any(),
        Page::Series(key) => view! { <SeriesPage key=key/> }.into_any(),
        Page::Questions => view! { <QuestionsPage/> }.into_any(),
        Page::Question(id) => view! { <QuestionPage id=id/> }.into_any(),
        Page::News => view! { <NewsPage/> }.into_any(),
        Page::Article(slug) => view! { <ArticlePage slug=slug/> }.into_any(),
        Page::Tags => view! { <TagsPage/> }.into_any(),
        Page::Tag(tag) => view! { <TagPage tag=tag/> }.into_any(),
        Page::About => view! { <AboutPage/> }.into_any(),
        Page::Changes => view! { <ChangesPage/> }.into_any(),
        Page::Feeds => view! { <FeedsPage/> }.into_any(),
        Page::Search(query) => view! { <SearchPage query=query/> }.into_any(),
        Page::Plan(plan) => view! { <PlanPage plan=plan/> }.into_any(),
        Page::PlanPaper(plan) => view! { <PlanPaperPage plan=plan/> }.into_any(),
        Page::PlanSessions(plan) => view! { <PlanSessionsPage plan=plan/> }.into_any(),
        Page::Now => view! { <NowPage/> }.into_any(),
        Page::Exports => view! { <ExportsPage/> }.into_any(),
        Page::Embed(filter) => view! { <EmbedPage filter=filter/> }.into_any(),
        Page::EmbeddedSchedule(schedule) => view! { <EmbeddedSchedulePage schedule=schedule/> }.into_any(),
        Page::Screens => view! { <ScreensPage/> }.into_any(),
        Page::Screen(room) => view! { <ScreenPage room=room/> }.into_any(),
    }
}

/// A problem without a document: a title and one or two sentences.
pub fn problem_in_words(site: &Site, language: &Language, problem: &Problem) -> (&'static str, String) {
    // The words are the same at any moment.
    let now = Now::Fixed(DateTime::default());
    problem::in_words(&Context::new(site.clone(), language.clone(), None, now), problem)
}
