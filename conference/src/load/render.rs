//! Renders the bodies of all items.

use super::{
    bodies::{Bodies, Emptiness, Findings},
    context::Context,
    files::Kind,
    item::Opened,
    items::Items,
    publication::Publication,
    session, translations,
};
use crate::{
    Body,
    diagnostic::Severity,
    markdown::{self, Rendered, Resolve, Source},
    picture::Role,
};

/// Renders all bodies. Drafts are rendered too, so that their problems are found before they are published.
pub(super) fn render<'a>(items: &mut Items<'a>, context: &Context<'a>, published: &Publication) -> Findings<'a> {
    let mut bodies = Bodies::of(context, published);
    if let Some(Opened { item, value }) = &mut items.event {
        value.body = bodies.render(item, Emptiness::Fine, markdown::article);
    }
    for Opened { item, value } in &mut items.speakers {
        value.body = bodies.render(item, Emptiness::Reported(Severity::Warning), article);
    }
    for Opened { item, value: session::LocatedSession { session, .. } } in &mut items.sessions {
        let emptiness = match session.format.has_content() {
            true => Emptiness::Reported(Severity::Warning),
            false => Emptiness::Fine,
        };
        session.body = bodies.render(item, emptiness, article);
    }
    for Opened { item, value } in &mut items.interviews {
        value.interview.body = bodies.render(item, Emptiness::Reported(Severity::Error), markdown::interview);
        translations::check(item, &value.interview.body, &bodies.files);
    }
    for Opened { item, value } in &mut items.series {
        value.body = bodies.render(item, Emptiness::Fine, article);
    }
    for Opened { item, value } in &mut items.news {
        value.article.body = bodies.render(item, Emptiness::Reported(Severity::Error), news);
    }
    for (kind, item) in &items.unread {
        match kind {
            Some(Kind::Interview) => bodies.check(item, Emptiness::Reported(Severity::Error), markdown::interview),
            Some(Kind::News) => bodies.check(item, Emptiness::Reported(Severity::Error), news),
            Some(Kind::Speaker) => bodies.check(item, Emptiness::Reported(Severity::Warning), article),
            // A session without its format may be a break, and a series may be its questions alone.
            Some(Kind::Session | Kind::Series) => bodies.check(item, Emptiness::Fine, article),
            None => bodies.check(item, Emptiness::Fine, markdown::article),
        }
    }
    let mut findings = bodies.finish();
    for photo in items.speakers.iter().filter_map(|speaker| speaker.value.photo.as_ref()) {
        findings.used.by_pages.extend([Role::Avatar, Role::Portrait].map(|role| (photo.asset.path.clone(), role)));
    }
    findings
}

/// Renders the body of a speaker, a session or a series.
fn article(source: &Source<'_>, resolve: &dyn Resolve) -> Rendered<Body> {
    beginning_of(markdown::article(source, resolve))
}

/// Renders the body of news.
fn news(source: &Source<'_>, resolve: &dyn Resolve) -> Rendered<Body> {
    beginning_of(markdown::news(source, resolve))
}

/// Keeps only the beginning of the text: the full text of a large conference would take as much memory as its HTML.
fn beginning_of(mut rendered: Rendered<Body>) -> Rendered<Body> {
    rendered.value.keep_beginning();
    rendered
}
