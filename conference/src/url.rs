//! Every URL of the site: the only place where they are built and read.

use crate::{Language, Slug, Tag, filter::SessionFilter, schema::ItemKind};

/// A page of the site, in any language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    /// What, when and where.
    Home,
    /// The schedule, filtered or whole.
    Schedule(SessionFilter),
    /// One session.
    Session(Slug),
    /// All speakers.
    Speakers,
    /// One speaker.
    Speaker(Slug),
    /// All interviews.
    Interviews,
    /// One interview.
    Interview(Slug),
    /// All news.
    News,
    /// One article of the news.
    Article(Slug),
    /// All tags.
    Tags,
    /// Everything with one tag.
    Tag(Tag),
    /// Venue and organiser.
    About,
}

impl Page {
    /// The path in a language: the default language has no prefix. Absolute, without host, with its query.
    pub fn path(&self, language: &Language, default: &Language) -> String {
        let prefix = if language == default { String::new() } else { format!("/{language}") };
        match self {
            Self::Home => format!("{prefix}/"),
            Self::Schedule(filter) if filter.is_empty() => format!("{prefix}/schedule"),
            Self::Schedule(filter) => format!("{prefix}/schedule?{}", filter.query()),
            Self::Session(slug) => format!("{prefix}/sessions/{slug}"),
            Self::Speakers => format!("{prefix}/speakers"),
            Self::Speaker(slug) => format!("{prefix}/speakers/{slug}"),
            Self::Interviews => format!("{prefix}/interviews"),
            Self::Interview(slug) => format!("{prefix}/interviews/{slug}"),
            Self::News => format!("{prefix}/news"),
            Self::Article(slug) => format!("{prefix}/news/{slug}"),
            Self::Tags => format!("{prefix}/tags"),
            Self::Tag(tag) => format!("{prefix}/tags/{}", encode_path(tag.as_str()).replace('/', "%2F")),
            Self::About => format!("{prefix}/about"),
        }
    }
}

/// A page in a language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Route {
    /// The language of the page.
    pub language: Language,
    /// The page.
    pub page: Page,
}

impl Route {
    /// Its path. `languages` are those of the event, the default first.
    pub fn path(&self, languages: &[Language]) -> String {
        self.page.path(&self.language, languages.first().unwrap_or(&self.language))
    }

    /// Reads a path and a query; `None` where no page has that form. Whether its item exists is not asked.
    ///
    /// `languages` are those of the event, the default first.
    pub fn parse(path: &str, query: &str, languages: &[Language]) -> Option<Self> {
        let rest = path.strip_prefix('/')?;
        let (first, after) = rest.split_once('/').unwrap_or((rest, ""));
        let translated = languages.iter().skip(1).find(|language| language.as_str() == first);
        let (language, rest) = match translated {
            // "/en" without the slash is no page: there is one URL for each.
            Some(language) if rest.contains('/') => (language, after),
            Some(_) => return None,
            None => (languages.first()?, rest),
        };
        let page = match rest.split_once('/') {
            None => match rest {
                "" => Page::Home,
                "schedule" => Page::Schedule(SessionFilter::parse(query)),
                "speakers" => Page::Speakers,
                "interviews" => Page::Interviews,
                "news" => Page::News,
                "tags" => Page::Tags,
                "about" => Page::About,
                _ => return None,
            },
            Some(("sessions", slug)) => Page::Session(Slug::parse(slug)?),
            Some(("speakers", slug)) => Page::Speaker(Slug::parse(slug)?),
            Some(("interviews", slug)) => Page::Interview(Slug::parse(slug)?),
            Some(("news", slug)) => Page::Article(Slug::parse(slug)?),
            Some(("tags", tag)) if !tag.contains('/') => Page::Tag(Tag::of(&decode_path(tag)?)?),
            Some(_) => return None,
        };
        Some(Self { language: language.clone(), page })
    }
}

/// The URL of a file beside the Markdown files; percent-encoded, so that any file name is one segment.
pub fn asset(path: &str) -> String {
    format!("{ASSETS}{}", encode_path(path))
}

/// The path of a file as a relative URL reference (RFC 3986, section 4.2), each segment percent-encoded.
pub fn encode_path(path: &str) -> String {
    let mut url = String::with_capacity(path.len() + 8);
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => url.push(char::from(byte)),
            _ => url.push_str(&format!("%{byte:02X}")),
        }
    }
    url
}

/// Undoes [`encode_path`]; `None` where the result is no text.
pub fn decode_path(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        let encoded = match rest {
            [b'%', high, low, ..] => char::from(*high).to_digit(16).zip(char::from(*low).to_digit(16)),
            _ => None,
        };
        let byte = encoded.and_then(|(high, low)| u8::try_from(high * 16 + low).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &rest[3..] } else { after };
    }
    String::from_utf8(bytes).ok()
}

/// The URL of a rendition of a picture, by its file name.
pub fn picture(name: &str) -> String {
    format!("{PICTURES}{name}")
}

/// The URL of the JSON Schema of a kind of file.
pub fn schema(kind: ItemKind) -> String {
    format!("{SCHEMAS}{}.json", kind.name())
}

/// Reads the part of the URL of a schema after [`SCHEMAS`].
pub fn parse_schema(name: &str) -> Option<ItemKind> {
    let name = name.strip_suffix(".json")?;
    ItemKind::ALL.into_iter().find(|kind| kind.name() == name)
}

/// The prefix of the URLs of JSON Schemas.
pub const SCHEMAS: &str = "/schema/";

/// The prefix of the URLs of renditions.
pub const PICTURES: &str = "/pictures/";

/// The prefix of the URLs of files beside the Markdown files.
pub const ASSETS: &str = "/content/";

/// The URL of the stylesheet generated from the conference (colours of tracks, places in the grid), by its digest.
pub fn stylesheet(digest: &str) -> String {
    format!("/conference.{digest}.css")
}

/// Whether this is the path of the page of a tag, in any language: its name may look like that of a file.
pub fn is_tag(path: &str) -> bool {
    let mut names = path.split('/').skip(1);
    let first = names.next();
    // The prefix of a language may stand before it; files have a folder of their own.
    let section = if first == Some("tags") { first } else { names.next() };
    section == Some("tags") && !path.starts_with(ASSETS) && names.next().is_some_and(|name| !name.is_empty())
}

/// Whether a path is that of a generated stylesheet, the present one or a former one.
pub fn is_stylesheet(path: &str) -> bool {
    let digest = path.strip_prefix("/conference.").and_then(|rest| rest.strip_suffix(".css"));
    digest.is_some_and(|digest| !digest.is_empty() && digest.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// A URL of another site with query parameters, encoded.
pub fn query(base: &str, parameters: &[(&str, &str)]) -> String {
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish();
    format!("{base}?{query}")
}

/// The anchor of a session in the schedule.
pub fn schedule_anchor(slug: &Slug) -> String {
    format!("session-{slug}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_again_under_its_path() {
        let languages = ["ja", "en"].map(|tag| Language::parse(tag).expect("a valid tag"));
        let slug = || Slug::parse("allan-espinosa").expect("a valid slug");
        let pages = [
            Page::Home,
            Page::Schedule(SessionFilter::default()),
            Page::Schedule(SessionFilter::parse("format=talk&q=AWS 入門")),
            Page::Session(slug()),
            Page::Speakers,
            Page::Speaker(slug()),
            Page::Interviews,
            Page::Interview(slug()),
            Page::News,
            Page::Article(slug()),
            Page::Tags,
            Page::Tag(Tag::of("サーバーレス C++/CLI 100%").expect("a tag")),
            Page::About,
        ];
        for language in &languages {
            for page in &pages {
                let url = page.path(language, &languages[0]);
                let (path, query) = url.split_once('?').unwrap_or((&url, ""));
                let route = Route::parse(path, query, &languages);
                assert_eq!(route, Some(Route { language: language.clone(), page: page.clone() }), "{url}");
            }
        }
    }

    #[test]
    fn refuses_paths_that_no_page_has() {
        let languages = ["ja", "en"].map(|tag| Language::parse(tag).expect("a valid tag"));
        for path in ["", "/en", "/ja/", "/schedule/", "/Schedule", "/sessions", "/sessions/A", "/sessions/a/b", "/fr/"]
        {
            assert_eq!(Route::parse(path, "", &languages), None, "{path}");
        }
    }

    #[test]
    fn file_names_are_percent_encoded() {
        assert_eq!(asset("interviews/a/写真 1.png"), "/content/interviews/a/%E5%86%99%E7%9C%9F%201.png");
    }
}
