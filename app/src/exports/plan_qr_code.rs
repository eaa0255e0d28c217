//! The QR code of the address of a plan, for the camera of another phone.

use conference::{Language, plan::Plan, url::Page};

use super::made::Made;
use crate::{qr_code, site::Site};

/// The QR code as SVG; `None` without a plan, without such a language, or if the site does not know its own address.
pub(super) fn plan_qr_code(site: &Site, language: Option<&Language>, plan: &Plan) -> Option<Made> {
    let language = site.conference.event.language(language)?;
    if plan.is_empty() || site.urls.base.is_empty() {
        return None;
    }
    let address = format!(
        "{}{}",
        site.urls.base,
        Page::Plan(plan.clone()).path(language, site.conference.event.default_language())
    );
    Some(Made { media_type: "image/svg+xml", body: qr_code::svg(&address)?.into() })
}
