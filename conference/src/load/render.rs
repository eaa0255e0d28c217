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
use crate::{Body, Localized, diagnostic::Severity, markdown, picture::Role};

/// Renders all bodies. Drafts are rendered too, so that their problems are found before they are published.
pub(super) fn render<'a>(items: &mut Items<'a>, context: &Context<'a>, published: &Publication) -> Findings<'a> {
    let mut bodies = Bodies::of(context, published);
    if let Some(Opened { item, value }) = &mut items.event {
        value.body = bodies.render(item, Emptiness::Fine, markdown::article);
    }
    for Opened { item, value } in &mut items.speakers {
        value.body = bodies.render(item, Emptiness::Reported(Severity::Warning), markdown::article);
        keep_beginnings(&mut value.body);
    }
    for Opened { item, value: session::LocatedSession { session, .. } } in &mut items.sessions {
        let emptiness = match session.format.has_content() {
            true => Emptiness::Reported(Severity::Warning),
            false => Emptiness::Fine,
        };
        session.body = bodies.render(item, emptiness, markdown::article);
        keep_beginnings(&mut session.body);
    }
    for Opened { item, value } in &mut items.interviews {
        value.interview.body = bodies.render(item, Emptiness::Reported(Severity::Error), markdown::interview);
        translations::check(item, &value.interview.body, &bodies.questions);
    }
    for Opened { item, value } in &mut items.series {
        value.body = bodies.render(item, Emptiness::Fine, markdown::article);
        keep_beginnings(&mut value.body);
    }
    for Opened { item, value } in &mut items.news {
        value.article.body = bodies.render(item, Emptiness::Reported(Severity::Error), markdown::news);
        keep_beginnings(&mut value.article.body);
    }
    for (kind, item) in &items.unread {
        match kind {
            Some(Kind::Interview) => bodies.check(item, Emptiness::Reported(Severity::Error), markdown::interview),
            Some(Kind::News) => bodies.check(item, Emptiness::Reported(Severity::Error), markdown::news),
            Some(Kind::Speaker) => bodies.check(item, Emptiness::Reported(Severity::Warning), markdown::article),
            // A session without its format may be a break, and a series may be its questions alone.
            Some(Kind::Session | Kind::Series) | None => bodies.check(item, Emptiness::Fine, markdown::article),
        }
    }
    let mut findings = bodies.finish();
    for photo in items.speakers.iter().filter_map(|speaker| speaker.value.photo.as_ref()) {
        findings.used.by_pages.extend([Role::Avatar, Role::Portrait].map(|role| (photo.asset.path.clone(), role)));
    }
    findings
}

/// Keeps only the beginnings of bodies: the full text of a large conference would take as much memory as its HTML.
fn keep_beginnings(body: &mut Localized<Body>) {
    body.values_mut().for_each(Body::keep_beginning);
}
