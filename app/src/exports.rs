//! Documents for programs, one module a format: each is a pure function of the site.

mod c3voc;
mod calendar;
mod dataset;
mod feed;
mod icon;
mod made;
mod manifest;
mod plan_qr_code;
mod robots;
mod saved_files;
mod schema;
mod search;
mod service_worker;
mod sitemap;
mod stylesheet;
mod text;

pub use self::made::Made;
pub(crate) use self::manifest::PAPER;

use conference::url::Export;

use crate::site::{Now, Site};

/// Makes an export at a moment of the event's time zone; `None` if the site has none of this kind. The same site and the
/// same moment give the same bytes.
pub fn make_at(site: &Site, export: &Export, now: Now) -> Option<Made> {
    match export {
        Export::Feed(feed) => feed::feed(site, feed, now.moment()),
        Export::Manifest(language) => manifest::manifest(site, language.as_ref(), now.moment()),
        Export::PlainText(asked) => text::text_at(site, asked, now),
        lasting => make(site, lasting),
    }
}

/// Makes an export that is the same at every moment; `None` for every other. The same site gives the same bytes.
pub fn make(site: &Site, export: &Export) -> Option<Made> {
    match export {
        Export::Calendar(calendar) => calendar::calendar(site, calendar),
        Export::Dataset(dataset) => dataset::dataset(site, dataset),
        Export::DatasetSchema(described) => Some(dataset::schema(*described)),
        Export::PlanQrCode(language, plan) => plan_qr_code::plan_qr_code(site, language.as_ref(), plan),
        Export::Icon(icon) => Some(icon::icon(site, *icon)),
        Export::PlainText(asked) => text::text(site, asked),
        Export::Feed(_) | Export::Manifest(_) => None,
        Export::Robots => Some(robots::robots(site)),
        Export::SavedFiles(language) => saved_files::saved_files(site, language.as_ref()),
        Export::Schema(kind) => Some(schema::schema(*kind)),
        Export::SearchIndex => Some(search::index(site)),
        Export::SearchTerms(number) => search::terms(site, *number),
        Export::SearchTexts(number) => search::texts(site, *number),
        Export::ServiceWorker => Some(service_worker::service_worker(site)),
        Export::Sitemap => sitemap::sitemap(site),
        Export::SitemapPart(number) => sitemap::part(site, *number),
        // The name of a former one gives the present one, for pages that are still open.
        Export::Stylesheet(_) => Some(stylesheet::stylesheet(site)),
    }
}

/// Makes an export that depends on no conference, so that editors have it before there is one; `None` for every other.
pub fn make_without_site(export: &Export) -> Option<Made> {
    match export {
        Export::Schema(kind) => Some(schema::schema(*kind)),
        Export::DatasetSchema(described) => Some(dataset::schema(*described)),
        _ => None,
    }
}
