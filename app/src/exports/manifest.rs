//! The description of the site as an application, for home screens (W3C Web Application Manifest).

use conference::{
    Conference, Language,
    url::{Export, Icon, Page},
};
use jiff::civil::{Date, DateTime};
use serde::Serialize;

use super::made::Made;
use crate::site::Site;

/// The colours of pages in both schemes: `--paper` of `tokens.css`.
pub(crate) const PAPER: [(&str, &str); 2] = [("light", "#f6f7f3"), ("dark", "#0a1210")];

/// The longest name that home screens show in full, in letters.
const SHORT: usize = 12;

#[derive(Serialize)]
struct Manifest<'a> {
    name: &'a str,
    short_name: &'a str,
    lang: &'a str,
    dir: &'static str,
    id: String,
    start_url: String,
    scope: String,
    display: &'static str,
    background_color: &'static str,
    theme_color: &'static str,
    icons: Vec<Image>,
}

#[derive(Serialize)]
struct Image {
    src: String,
    sizes: String,
    r#type: &'static str,
    purpose: &'static str,
}

/// The manifest at a moment of the event's time zone; `None` if the event has no such language.
pub(super) fn manifest(site: &Site, language: Option<&Language>, now: DateTime) -> Option<Made> {
    let event = &site.conference.event;
    let language = site.conference.event.language(language)?;
    let base_path = &site.urls.base_path;
    let below = |path: String| format!("{base_path}{path}");
    let path = |page: &Page| below(page.path(language, event.default_language()));
    let name = event.name.text(language);
    let image = |icon: Icon, purpose| Image {
        src: below(Export::Icon(icon).path()),
        sizes: format!("{0}x{0}", icon.side()),
        r#type: "image/png",
        purpose,
    };
    let [(_, paper), _] = PAPER;
    let manifest = Manifest {
        name,
        short_name: if name.chars().count() > SHORT && event.acronym.len() <= SHORT { &event.acronym } else { name },
        lang: language.as_str(),
        dir: "ltr",
        // A site in another language is another application, as its name is another one.
        id: path(&Page::Home),
        start_url: path(&start(&site.conference, now.date())),
        scope: below("/".to_owned()),
        display: "standalone",
        background_color: paper,
        theme_color: paper,
        icons: vec![image(Icon::Small, "any"), image(Icon::Large, "any"), image(Icon::Maskable, "maskable")],
    };
    let body = serde_json::to_string_pretty(&manifest).expect("every value is text") + "\n";
    Some(Made { media_type: "application/manifest+json", body: body.into() })
}

/// The first page of the installed site: on days with sessions the one that attendees need. A browser reads the manifest
/// again when the site is opened.
fn start(conference: &Conference, today: Date) -> Page {
    let has_sessions = conference.sessions_on(today).next().is_some();
    if has_sessions { Page::Now } else { Page::Home }
}

#[cfg(test)]
mod tests {
    use super::PAPER;

    #[test]
    fn the_colors_are_those_of_the_pages() {
        let [(_, light), (_, dark)] = PAPER;
        let tokens = include_str!("../../../style/tokens.css");
        assert!(tokens.contains(&format!("--paper: light-dark({light}, {dark});")));
    }
}
