//! The parts that several documents have: references to other items, and links to other sites.

use conference::{Link as SiteLink, Origin, Slug, Tag, url::Page};
use schemars::JsonSchema;
use serde::Serialize;

use super::address::Context;

/// A person, with the page about them.
#[derive(Serialize, JsonSchema)]
pub(super) struct PersonReference<'s> {
    /// The name of the person in addresses.
    slug: &'s str,
    /// The name as printed.
    name: &'s str,
    /// The address of the page about the person.
    url: String,
}

/// An interview or an article, with its page.
#[derive(Serialize, JsonSchema)]
pub(super) struct TextReference<'s> {
    /// The name of the text in addresses.
    slug: &'s str,
    /// The title.
    title: &'s str,
    /// The address of the page.
    url: String,
}

/// A room of the event.
#[derive(Serialize, JsonSchema)]
pub(super) struct Room<'s> {
    /// The id of the room, as in the filter of sessions.
    id: &'s str,
    /// The name of the room.
    name: &'s str,
}

/// A track of the event.
#[derive(Serialize, JsonSchema)]
pub(super) struct Track<'s> {
    /// The id of the track, as in the filter of sessions.
    id: &'s str,
    /// The name of the track.
    name: &'s str,
    /// The colour, as #rrggbb.
    color: Option<&'s str>,
}

/// A link to another site.
#[derive(Serialize, JsonSchema)]
pub(super) struct Link<'s> {
    /// The kind, such as slides or video.
    kind: &'s str,
    /// The address: https:, http: or mailto:.
    url: &'s str,
}

/// A name with an address.
#[derive(Serialize, JsonSchema)]
pub(super) struct NamedLink<'s> {
    /// The name.
    name: &'s str,
    /// The address: https:, http: or mailto:.
    url: Option<&'s str>,
}

/// A tag with its page.
#[derive(Serialize, JsonSchema)]
pub(super) struct TagReference<'s> {
    /// The tag as it is written.
    name: &'s str,
    /// The address of the page with everything that has the tag.
    url: String,
}

impl<'s> Context<'s> {
    /// People by their slugs.
    pub(super) fn people(&self, slugs: impl IntoIterator<Item = &'s Slug>) -> Vec<PersonReference<'s>> {
        let reference = |speaker: &'s conference::Speaker| PersonReference {
            slug: speaker.slug.as_str(),
            name: self.text(&speaker.name),
            url: self.page(&Page::Speaker(speaker.slug.clone())),
        };
        self.site.conference.people(slugs).map(reference).collect()
    }

    /// Interviews by their slugs.
    pub(super) fn interviews(&self, slugs: &'s [Slug]) -> Vec<TextReference<'s>> {
        let interviews = slugs.iter().filter_map(|slug| self.site.conference.interview(slug));
        let reference = |interview: &'s conference::Interview| TextReference {
            slug: interview.slug.as_str(),
            title: self.text(&interview.title),
            url: self.page(&Page::Interview(interview.slug.clone())),
        };
        interviews.map(reference).collect()
    }

    /// A room by its id.
    pub(super) fn room(&self, id: &Slug) -> Option<Room<'s>> {
        let room = self.site.conference.event.room(id)?;
        Some(Room { id: room.id.as_str(), name: self.text(&room.name) })
    }

    /// A track by its id.
    pub(super) fn track(&self, id: &Slug) -> Option<Track<'s>> {
        let track = self.site.conference.event.track(id)?;
        Some(Track { id: track.id.as_str(), name: self.text(&track.name), color: track.color.as_deref() })
    }

    /// Tags with their pages.
    pub(super) fn tags(&self, tags: &'s [String]) -> Vec<TagReference<'s>> {
        let reference = |name: &'s String| {
            let url = self.page(&Page::Tag(Tag::of(name)?));
            Some(TagReference { name, url })
        };
        tags.iter().filter_map(reference).collect()
    }

    /// A name with an address.
    pub(super) fn named(&self, link: &'s conference::NamedLink) -> NamedLink<'s> {
        NamedLink { name: self.text(&link.name), url: link.url.as_deref() }
    }

    /// The publication in which a text appeared first.
    pub(super) fn origin(&self, origin: &'s Origin) -> NamedLink<'s> {
        NamedLink { name: self.text(&origin.name), url: origin.url.as_deref() }
    }
}

/// Links to other sites.
pub(super) fn links(links: &[SiteLink]) -> Vec<Link<'_>> {
    links.iter().map(|link| Link { kind: &link.kind, url: &link.url }).collect()
}
