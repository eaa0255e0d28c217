//! The types of schema.org that pages use, with the properties that the content can fill.

use serde::Serialize;

/// The things of a page.
#[derive(Serialize)]
pub(super) struct Graph {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    things: Vec<Thing>,
}

impl Graph {
    pub(super) fn of(things: Vec<Thing>) -> Self {
        Self { context: "https://schema.org", things }
    }
}

/// A thing of any type.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Thing {
    Article(Article),
    BreadcrumbList(BreadcrumbList),
    Event(Event),
    Person(Person),
    CreativeWorkSeries(CreativeWorkSeries),
    ProfilePage(ProfilePage),
}

/// <https://schema.org/Event>: the conference, or one of its sessions.
#[derive(Default, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct Event {
    /// The same in every language.
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<String>,
    pub(super) name: String,
    pub(super) url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) image: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) start_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end_date: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) previous_start_date: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) event_status: Option<EventStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) location: Option<Place>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) performer: Vec<Person>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) organizer: Option<Organization>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) sponsor: Vec<Organization>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) in_language: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) keywords: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) super_event: Option<Box<Event>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) sub_event: Vec<Event>,
}

/// <https://schema.org/EventStatusType>.
#[derive(Clone, Copy, Serialize)]
pub(super) enum EventStatus {
    #[serde(rename = "https://schema.org/EventScheduled")]
    Scheduled,
    /// It has another time than the one that was announced.
    #[serde(rename = "https://schema.org/EventRescheduled")]
    Rescheduled,
    #[serde(rename = "https://schema.org/EventCancelled")]
    Cancelled,
}

/// <https://schema.org/Place>: the venue, or a room in it.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct Place {
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) geo: Option<GeoCoordinates>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) contained_in_place: Option<Box<Place>>,
}

/// <https://schema.org/GeoCoordinates>, in degrees (WGS 84).
#[derive(Serialize)]
#[serde(tag = "@type")]
pub(super) struct GeoCoordinates {
    pub(super) latitude: f64,
    pub(super) longitude: f64,
}

/// <https://schema.org/Person>.
#[derive(Default, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct Person {
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) alternate_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) image: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) job_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) works_for: Option<Organization>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) same_as: Vec<String>,
}

/// <https://schema.org/Organization>.
#[derive(Serialize)]
#[serde(tag = "@type")]
pub(super) struct Organization {
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
}

/// <https://schema.org/ProfilePage>: the page of a speaker.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct ProfilePage {
    pub(super) url: String,
    pub(super) in_language: String,
    pub(super) main_entity: Person,
}

/// <https://schema.org/Article>: an interview or an article of the news.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct Article {
    pub(super) headline: String,
    pub(super) url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) image: Option<String>,
    pub(super) in_language: String,
    pub(super) date_published: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date_modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) author: Option<Author>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) publisher: Option<Organization>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) about: Vec<Thing>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) keywords: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) is_part_of: Option<CreativeWorkSeries>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) position: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) is_based_on: Option<String>,
}

/// The author of an article.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Author {
    Organization(Organization),
    Person(Person),
}

/// <https://schema.org/CreativeWorkSeries>: a series of interviews.
#[derive(Serialize)]
#[serde(tag = "@type")]
pub(super) struct CreativeWorkSeries {
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
}

/// <https://schema.org/BreadcrumbList>: the way from the home page to this one.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct BreadcrumbList {
    pub(super) item_list_element: Vec<ListItem>,
}

/// <https://schema.org/ListItem>.
#[derive(Serialize)]
#[serde(tag = "@type")]
pub(super) struct ListItem {
    /// From 1.
    pub(super) position: usize,
    pub(super) name: String,
    pub(super) item: String,
}
