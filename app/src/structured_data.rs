//! Structured data: the subject of a page as JSON-LD 1.1 in the vocabulary of schema.org, for search engines.
//!
//! Every address in it is absolute, so a site that does not know its own address has none.

mod addresses;
mod article;
mod breadcrumbs;
mod event;
mod place;
mod profile;
mod things;

use conference::{Conference, url::Page};

use self::{
    addresses::absolute,
    things::{CreativeWorkSeries, Graph, Thing},
};
use crate::context::Context;

/// The JSON of a page, ready for a `script` element; `None` if there is nothing to say, or no absolute address.
pub(crate) fn structured_data(context: &Context) -> Option<String> {
    let page = context.page.as_ref().filter(|_| !context.site.urls.base.is_empty())?;
    let graph: Vec<_> = subject(context, page).into_iter().chain(breadcrumbs::breadcrumbs(context, page)).collect();
    if graph.is_empty() {
        return None;
    }
    let json = serde_json::to_string(&Graph::of(graph)).expect("strings, numbers and lists are always JSON");
    Some(escaped(&json))
}

fn subject(context: &Context, page: &Page) -> Option<Thing> {
    let conference: &Conference = &context.conference;
    match page {
        Page::Home => Some(Thing::Event(event::whole(context))),
        Page::Session(slug) => {
            let withdrawn = || Some(event::withdrawn(context, slug, &conference.withdrawn(slug)?.facts));
            let session = conference.session(slug).map(|session| event::session(context, session));
            session.or_else(withdrawn).map(Thing::Event)
        }
        Page::Speaker(slug) => Some(Thing::ProfilePage(profile::page(context, conference.speaker(slug)?))),
        Page::Interview(slug) => Some(Thing::Article(article::interview(context, conference.interview(slug)?))),
        Page::Series(key) => {
            let series = conference.series.get(key)?;
            let (name, url) = (context.text(&series.name).to_owned(), Some(absolute(context, page)));
            Some(Thing::CreativeWorkSeries(CreativeWorkSeries { name, url }))
        }
        Page::Article(slug) => Some(Thing::Article(article::news(context, conference.article(slug)?))),
        _ => None,
    }
}

/// JSON that ends no `script` element and begins no comment in it (HTML, section 4.12.1.3).
/// These characters stand in strings alone.
fn escaped(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for letter in json.chars() {
        match letter {
            '<'
            | '>'
            | '&'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{7f}'..='\u{9f}'
            | '\u{fdd0}'..='\u{fdef}'
            | '\u{fffe}'
            | '\u{ffff}' => {
                text.push_str(&format!("\\u{:04x}", u32::from(letter)));
            }
            other => text.push(other),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn no_string_ends_the_element_and_every_string_stays_the_same() {
        let hostile = "</script><!-- ]]> & \u{2028}\u{85}\u{ffff} \" \\ \u{1} 😀";
        let json = escaped(&serde_json::to_string(hostile).expect("a string"));
        assert!(!json.contains(['<', '>', '&', '\u{2028}', '\u{85}', '\u{ffff}', '\u{1}']), "{json}");
        assert_eq!(serde_json::from_str::<String>(&json).expect("it is JSON"), hostile);
    }
}
