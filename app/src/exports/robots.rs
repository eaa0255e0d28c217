//! `robots.txt`: every crawler is welcome everywhere, and is told of the sitemap (RFC 9309; sitemaps.org).

use conference::url::Export;

use super::made::Made;
use crate::site::Site;

pub(super) fn robots(site: &Site) -> Made {
    let mut text = "User-agent: *\nAllow: /\n".to_owned();
    let sitemap = Export::Sitemap;
    if site.has(&sitemap) {
        text.push_str(&format!("\nSitemap: {}{}\n", site.urls.base, sitemap.path()));
    }
    Made { media_type: "text/plain; charset=utf-8", body: text.into() }
}
