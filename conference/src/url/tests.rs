//! URLs are read as they were built, and nothing else is read as one.

use super::*;
use crate::{Language, Tag, filter::SessionFilter, plan::Plan, schema::ItemKind, search::Query};

fn languages() -> [Language; 2] {
    ["ja", "en"].map(|tag| Language::parse(tag).expect("a valid tag"))
}

fn slug() -> Slug {
    Slug::parse("allan-espinosa").expect("a valid slug")
}

fn pages() -> Vec<Page> {
    vec![
        Page::Home,
        Page::Schedule(SessionFilter::default()),
        Page::Schedule(SessionFilter::parse("format=talk&q=AWS 入門")),
        Page::Session(slug()),
        Page::Speakers,
        Page::Speaker(slug()),
        Page::Interviews,
        Page::Interview(slug()),
        Page::Series("聞く 1/2: C++ & .NET".to_owned()),
        Page::Series("session-introductions".to_owned()),
        Page::Questions,
        Page::Question("はじめたきっかけは".to_owned()),
        Page::News,
        Page::Article(slug()),
        Page::Tags,
        Page::Tag(Tag::of("サーバーレス C++/CLI 100%").expect("a tag")),
        Page::About,
        Page::Changes,
        Page::Feeds,
        Page::Search(Query::default()),
        Page::Search(Query::parse("q=AWS 入門&kind=question&language=en&from=20")),
        Page::Plan(Plan::default()),
        Page::Plan(Plan::parse("s=k3x9d.a1b2c")),
        Page::PlanPaper(Plan::parse("s=k3x9d")),
        Page::PlanSessions(Plan::default()),
        Page::PlanSessions(Plan::parse("s=k3x9d")),
        Page::Now,
        Page::Exports,
        Page::Embed(SessionFilter::default()),
        Page::Embed(SessionFilter::parse("format=talk&q=AWS 入門")),
        Page::EmbeddedSchedule(EmbeddedSchedule::default()),
        Page::EmbeddedSchedule(EmbeddedSchedule {
            filter: SessionFilter::parse("format=talk&q=AWS 入門"),
            height: FrameHeight::Fitted,
        }),
        Page::Screens,
        Page::Screen(slug()),
    ]
}

/// Whether a path has the form of a pattern: as many segments, and the same ones outside braces.
fn fits(path: &str, pattern: &str) -> bool {
    let (mut path, mut pattern) = (path.split('/'), pattern.split('/'));
    loop {
        match (path.next(), pattern.next()) {
            (None, None) | (Some(_), Some("{*path}")) => return true,
            (Some(own), Some(form)) => {
                let (before, after) = form
                    .split_once('{')
                    .map_or((form, ""), |(before, rest)| (before, rest.split_once('}').map_or("", |(_, after)| after)));
                if !(own == form || (form.contains('{') && own.starts_with(before) && own.ends_with(after))) {
                    return false;
                }
            }
            _ => return false,
        }
    }
}

fn calendars() -> Vec<Export> {
    let filter = SessionFilter::parse("format=talk&q=AWS 入門");
    let sessions = [
        CalendarSessions::Schedule(SessionFilter::default()),
        CalendarSessions::Schedule(filter),
        CalendarSessions::Session(slug()),
        CalendarSessions::Speaker(slug()),
        CalendarSessions::Plan(Plan::parse("s=k3x9d.a1b2c")),
    ];
    let languages = [None, Language::parse("en")];
    let of_language = |language: Option<Language>| {
        let calendar = move |sessions| Export::Calendar(Calendar { language: language.clone(), sessions });
        sessions.clone().map(calendar)
    };
    languages.into_iter().flat_map(of_language).collect()
}

fn feeds() -> Vec<Export> {
    let subjects = [
        FeedSubject::Everything,
        FeedSubject::Interviews,
        FeedSubject::News,
        FeedSubject::Changes,
        FeedSubject::Series("聞く 1/2: C++ & .NET".to_owned()),
        FeedSubject::Speaker(slug()),
        FeedSubject::Tag(Tag::of("サーバーレス C++/CLI 100%").expect("a tag")),
    ];
    let languages = [None, Language::parse("en")];
    let all = languages.iter().flat_map(|language| subjects.iter().map(move |subject| (language, subject)));
    let feed = |(language, subject): (&Option<Language>, &FeedSubject)| {
        FeedFormat::ALL.map(|format| Feed { language: language.clone(), subject: subject.clone(), format })
    };
    all.flat_map(feed).map(Export::Feed).collect()
}

#[test]
fn every_resource_is_found_again_under_its_path_and_has_the_form_of_its_pattern() {
    let languages = languages();
    let routes = languages.iter().flat_map(|language| {
        let other = languages.iter().find(|other| *other != language).expect("there are two");
        let bilingual = Page::Bilingual(slug(), other.clone());
        let pages = pages().into_iter().chain([bilingual]);
        pages.map(|page| Resource::Page(Route { language: language.clone(), page }))
    });
    let exports = Export::FIXED.iter().map(|(_, export)| export.clone());
    let exports = exports.chain(calendars()).chain(feeds()).chain([
        Export::Stylesheet("0a1b".to_owned()),
        Export::SitemapPart(12),
        Export::SearchTerms(0),
        Export::SearchTexts(120),
        Export::Dataset(Dataset { language: None, content: DatasetContent::ScheduleXml }),
        Export::Dataset(Dataset { language: Language::parse("en"), content: DatasetContent::ScheduleJson }),
        Export::Dataset(Dataset { language: None, content: DatasetContent::Conference }),
        Export::Dataset(Dataset {
            language: Language::parse("en"),
            content: DatasetContent::Sessions(SessionFilter::parse("track=data&q=AWS 入門")),
        }),
        Export::PlanQrCode(None, Plan::parse("s=k3x9d")),
        Export::PlanQrCode(Language::parse("en"), Plan::parse("s=k3x9d")),
    ]);
    let texts = [None, Language::parse("en")].into_iter().flat_map(|language| {
        let filter = SessionFilter::parse("format=talk&q=AWS 入門");
        [TextSubject::Schedule(SessionFilter::default()), TextSubject::Schedule(filter), TextSubject::Now]
            .into_iter()
            .flat_map(move |subject| {
                let language = language.clone();
                [TextStyle::Plain, TextStyle::Colored].map(|style| {
                    let (language, subject) = (language.clone(), subject.clone());
                    Export::PlainText(PlainText { language, subject, style })
                })
            })
    });
    let exports = exports.chain(texts);
    let of_language = |language: Option<Language>| [Export::Manifest(language.clone()), Export::SavedFiles(language)];
    let exports = exports.chain([None, Language::parse("en")].into_iter().flat_map(of_language));
    let others =
        [Resource::Rendition("0a1b-320x240.avif".to_owned()), Resource::File("interviews/a/写真 1.png".to_owned())];
    for resource in routes.chain(exports.map(Resource::Export)).chain(others) {
        let url = resource.path(&languages);
        let (path, query) = url.split_once('?').unwrap_or((&url, ""));
        assert_eq!(Resource::parse(path, query, &languages), Some(resource.clone()), "{url}");
        assert!(fits(path, resource.pattern(&languages)), "{url}: {}", resource.pattern(&languages));
    }
}

#[test]
fn refuses_paths_that_no_resource_has() {
    let languages = languages();
    for path in [
        "",
        "/en",
        "/ja/",
        "/schedule/",
        "/Schedule",
        "/sessions",
        "/sessions/A",
        "/sessions/a/b",
        "/now/",
        "/screens/A",
        "/screens/a/b",
        "/fr/",
        "/series",
        "/series/",
        "/series/a/b",
        "/questions/",
        "/questions/a/b",
        "/pictures/",
        "/pictures/a/b",
        "/content/",
        "/schema/",
        "/schema/poem.json",
        "/conference..css",
        "/conference.xyz.css",
        "/sitemap-0.xml",
        "/search/",
        "/search/terms-01.json",
        "/search/texts-.json",
        "/en/search/index.json",
        "/sitemap-01.xml",
        "/sitemap-99999999999999999999.xml",
        "/en/robots.txt",
        "/sessions.ics",
        "/sessions/A.ics",
        "/sessions/.ics",
        "/interviews/a.ics",
        "/interviews/a/with",
        "/interviews/a/with/",
        "/interviews/a/with/ja",
        "/en/interviews/a/with/en",
        "/interviews/a/with/fr",
        "/interviews/a/with/en/",
        "/interviews/A/with/en",
        "/interviews/with/en",
        "/en/fr/schedule.ics",
        "/EN/schedule.ics",
        "/schedule.ics/",
        "/plan.txt",
        "/EN/schedule.txt",
        "/en/fr/now.txt",
        "/feed",
        "/feed.atom/",
        "/feed.xml",
        "/sessions/a/feed.atom",
        "/speakers/A/feed.rss",
        "/speakers/feed.json",
        "/tags//feed.atom",
        "/tags/FaaS/feed.atom",
        "/series/a/b/feed.atom",
        "/EN/feed.atom",
        "/en/fr/feed.atom",
        "/plan/",
        "/plan/sessions/a",
        "/en/fr/plan.svg",
        "/EN/plan.svg",
        "/en/fr/manifest.webmanifest",
        "/EN/offline.json",
        "x/offline.json",
        "/schedule.xml/",
        "/en/fr/schedule.xml",
        "/EN/sessions.json",
        "/en/schema/sessions.json",
    ] {
        assert_eq!(Resource::parse(path, "", &languages), None, "{path}");
    }
}

#[test]
fn the_languages_of_an_interview_in_two_languages_change_places() {
    let [japanese, english] = languages();
    let german = Language::parse("de").expect("a valid tag");
    let page = Page::Bilingual(slug(), english.clone());
    assert_eq!(page.in_language(&japanese, &english), Page::Bilingual(slug(), japanese.clone()));
    assert_eq!(page.in_language(&japanese, &japanese), page);
    assert_eq!(page.in_language(&japanese, &german), Page::Interview(slug()));
    assert_eq!(Page::News.in_language(&japanese, &english), Page::News);
}

#[test]
fn an_interview_in_two_languages_is_also_read_from_a_query() {
    let languages = languages();
    let [japanese, english] = &languages;
    let read = |path: &str, query: &str| Route::parse(path, query, &languages).map(|route| route.page);
    let bilingual = |other: &Language| Some(Page::Bilingual(slug(), other.clone()));
    let (plain, translated) = ("/interviews/allan-espinosa", "/en/interviews/allan-espinosa");
    assert_eq!(read(plain, "with=en"), bilingual(english));
    assert_eq!(read(translated, "utm_source=x&with=ja"), bilingual(japanese));
    for query in ["", "with", "with=", "with=ja", "with=fr", "with=%65n", "without=en"] {
        assert_eq!(read(plain, query), Some(Page::Interview(slug())), "{query}");
    }
}

#[test]
fn every_kind_of_file_has_a_schema() {
    for kind in ItemKind::ALL {
        assert_eq!(Export::Schema(kind).path(), format!("/schema/{}.json", kind.name()));
    }
}

#[test]
fn file_names_are_percent_encoded() {
    assert_eq!(asset("interviews/a/写真 1.png"), "/content/interviews/a/%E5%86%99%E7%9C%9F%201.png");
}
