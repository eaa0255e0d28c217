//! People and organisations.

use conference::{NamedLink, Slug, Speaker, picture::Role, url, url::Page};

use super::{
    addresses::absolute,
    things::{Organization, Person, ProfilePage},
};
use crate::{context::Context, parts::excerpt};

/// The length of a biography in characters.
const BIOGRAPHY: usize = 300;

/// The page of a speaker.
pub(super) fn page(context: &Context, speaker: &Speaker) -> ProfilePage {
    let text = |text: &conference::Text| context.text(text).to_owned();
    let biography = excerpt(&speaker.body.get(&context.language).1.text, BIOGRAPHY);
    let links = speaker.links.iter().map(|link| &link.url).filter(|url| url.starts_with("http"));
    let person = Person {
        alternate_name: speaker.reading.clone(),
        image: portrait(context, speaker),
        description: Some(biography).filter(|text| !text.is_empty()),
        job_title: speaker.role.as_ref().map(text),
        works_for: speaker.organization.as_ref().map(|name| Organization { name: text(name), url: None }),
        same_as: links.cloned().collect(),
        ..performer(context, speaker)
    };
    ProfilePage {
        url: absolute(context, &Page::Speaker(speaker.slug.clone())),
        in_language: context.language.to_string(),
        main_entity: person,
    }
}

/// People by name and page.
pub(super) fn performers(context: &Context, people: &[Slug]) -> Vec<Person> {
    context.conference.people(people).map(|speaker| performer(context, speaker)).collect()
}

fn performer(context: &Context, speaker: &Speaker) -> Person {
    let url = Some(absolute(context, &Page::Speaker(speaker.slug.clone())));
    Person { name: context.text(&speaker.name).to_owned(), url, ..Person::default() }
}

/// The organiser, or a sponsor.
pub(super) fn organization(context: &Context, link: &NamedLink) -> Organization {
    let url = link.url.clone().filter(|url| url.starts_with("http"));
    Organization { name: context.text(&link.name).to_owned(), url }
}

/// The portrait as browsers without AVIF see it.
fn portrait(context: &Context, speaker: &Speaker) -> Option<String> {
    let asset = &speaker.photo.as_ref()?.asset;
    let path = match asset.renditions(Role::Portrait) {
        Some(renditions) => url::picture(&renditions.plain().name()),
        None => Some(url::asset(&asset.path)).filter(|_| asset.is_served())?,
    };
    Some(format!("{}{path}", context.site.urls.base))
}
