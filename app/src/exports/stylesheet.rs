//! The stylesheet that depends on the conference.

use super::made::Made;
use crate::site::Site;

pub(super) fn stylesheet(site: &Site) -> Made {
    Made { media_type: "text/css; charset=utf-8", body: site.stylesheet.css.clone() }
}
