//! Documents for programs, one module a format: each is a pure function of the site.

mod calendar;
mod made;
mod plan_qr_code;
mod robots;
mod schema;
mod sitemap;
mod stylesheet;

pub use self::made::Made;

use conference::url::Export;

use crate::site::Site;

/// Makes an export; `None` if the site has none of this kind. The same site gives the same bytes.
pub fn make(site: &Site, export: &Export) -> Option<Made> {
    match export {
        Export::Calendar(calendar) => calendar::calendar(site, calendar),
        Export::PlanQrCode(language, plan) => plan_qr_code::plan_qr_code(site, language.as_ref(), plan),
        Export::Robots => Some(robots::robots(site)),
        Export::Schema(kind) => Some(schema::schema(*kind)),
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
        _ => None,
    }
}
