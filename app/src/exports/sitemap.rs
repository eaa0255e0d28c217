//! `sitemap.xml` (sitemaps.org): every page in every language, each with its translations as `xhtml:link`.

use conference::{
    Article, Conference, Interview, Slug,
    url::{Export, Page},
};
use jiff::civil::{Date, DateTime};
use quick_xml::escape::escape;

use super::made::Made;
use crate::site::Site;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// The whole sitemap, or the list of its parts; `None` if the address of the site is not known.
pub(super) fn sitemap(site: &Site) -> Option<Made> {
    if !site.has(&Export::Sitemap) {
        return None;
    }
    let parts = site.conference.sitemap_parts();
    if parts == 1 {
        return Some(urls(site, 1));
    }
    let mut xml = format!("{DECLARATION}<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for number in 1..=parts {
        let location = format!("{}{}", site.urls.base, Export::SitemapPart(number).path());
        xml.push_str(&format!("<sitemap><loc>{}</loc></sitemap>\n", escape(&location)));
    }
    xml.push_str("</sitemapindex>\n");
    Some(made(xml))
}

/// One part of the sitemap, counted from 1; `None` if it has no such part.
pub(super) fn part(site: &Site, number: usize) -> Option<Made> {
    let is_known = site.has(&Export::SitemapPart(number));
    let parts = if is_known { site.conference.sitemap_parts() } else { 0 };
    (parts > 1 && (1..=parts).contains(&number)).then(|| urls(site, number))
}

fn urls(site: &Site, number: usize) -> Made {
    let event = &site.conference.event;
    let default = event.default_language();
    let mut xml = format!(
        "{DECLARATION}<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
    );
    for page in site.conference.sitemap_part(number) {
        let location = |language| escape(format!("{}{}", site.urls.base, page.path(language, default))).into_owned();
        let mut links = String::new();
        if event.languages.len() > 1 {
            let named = event.languages.iter().map(|language| (language.as_str(), language));
            for (name, language) in named.chain([("x-default", default)]) {
                let href = location(language);
                links.push_str(&format!("<xhtml:link rel=\"alternate\" hreflang=\"{name}\" href=\"{href}\"/>\n"));
            }
        }
        let modified = modified(&site.conference, &page).map(|day| format!("<lastmod>{day}</lastmod>\n"));
        let modified = modified.unwrap_or_default();
        for language in &event.languages {
            xml.push_str(&format!("<url>\n<loc>{}</loc>\n{modified}{links}</url>\n", location(language)));
        }
    }
    xml.push_str("</urlset>\n");
    made(xml)
}

/// The day on which a page changed last, if the content knows it. It knows when a text was published and updated.
fn modified(conference: &Conference, page: &Page) -> Option<Date> {
    let moment = match page {
        Page::Interview(slug) => conference.interview(slug)?.modified(),
        Page::Article(slug) => conference.article(slug)?.modified(),
        Page::Series(key) => last_of(conference, &conference.series.get(key)?.interviews)?,
        Page::Question(id) => last_of(conference, &conference.question(id)?.interviews)?,
        Page::Interviews => conference.interviews.iter().map(Interview::modified).max()?,
        Page::News => conference.articles.iter().map(Article::modified).max()?,
        _ => return None,
    };
    Some(moment.date())
}

/// The time of the last change of some interviews.
fn last_of(conference: &Conference, interviews: &[Slug]) -> Option<DateTime> {
    interviews.iter().filter_map(|slug| conference.interview(slug)).map(Interview::modified).max()
}

fn made(xml: String) -> Made {
    Made { media_type: "application/xml", body: xml.into() }
}
