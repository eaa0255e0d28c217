//! The document around every page: head, header, footer.

mod header;

use conference::{
    Language,
    url::{Export, Icon, Page},
};
use header::Header;
use leptos::{html, prelude::*};

use crate::{
    context::{Context, context},
    dates,
    exports::PAPER,
    link_preview::{LinkPreview, open_graph},
    parts::{FeedLinks, PlanBar, excerpt, has_feeds, named_link, tagged},
    preload::preload_styles,
    site::{Offline, Preview},
    structured_data::structured_data,
};

/// The scripts of a page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Interaction {
    /// A page to read: only the script of the shell.
    Static,
    /// A page whose sessions can be starred: small scripts.
    Scripts,
    /// The plan of an attendee: small scripts, and the one that fills it in.
    Plan,
    /// A page with islands: small scripts and the wasm module.
    Islands,
}

/// The surroundings of a page's contents.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Frame {
    /// The header and the footer of the site.
    Site,
    /// No header and no footer, for a display.
    Bare,
}

/// The whole document around the contents of its `main`.
#[component]
pub(crate) fn Shell(
    /// The title, without the event's name; `None` for the home page.
    title: Option<String>,
    /// One or two sentences for search engines and link previews.
    description: String,
    /// The kind of page: the class of its `main`.
    kind: &'static str,
    /// The URL of a style sheet that few pages need.
    #[prop(default = None)]
    sheet: Option<&'static str>,
    #[prop(default = Interaction::Static)] interaction: Interaction,
    #[prop(default = Frame::Site)] frame: Frame,
    /// More elements for the head.
    #[prop(optional)]
    head: Option<AnyView>,
    children: Children,
) -> impl IntoView {
    let context = context();
    preload_styles(&context, sheet);
    let title = document_title(&context, title);
    let description = excerpt(&description, 160);
    let urls = &context.site.urls;
    // `as` is a keyword that the macro does not take as an attribute.
    let preload = html::link()
        .rel("preload")
        .attr("as", "fetch")
        .r#type("application/wasm")
        .attr("crossorigin", "")
        .href(urls.wasm.clone());
    let islands = (interaction == Interaction::Islands).then(|| {
        view! {
            <link rel="modulepreload" href=urls.module.clone()/>
            {preload}
            <script type="module" src="/islands.js"></script>
        }
    });
    let scripts = (interaction != Interaction::Static).then(|| {
        view! { <script type="module" src="/stars.js"></script> }
    });
    let own = (frame == Frame::Site).then(|| {
        view! { <script type="module" src="/shell.js" fetchpriority="low"></script> }
    });
    let plan_bar = (interaction != Interaction::Static).then(|| view! { <PlanBar/> });
    let plan = (interaction == Interaction::Plan).then(|| view! { <script type="module" src="/plan.js"></script> });
    let preview = (context.site.preview == Preview::On).then(|| {
        view! {
            <meta name="revision" content=context.conference.revision.to_string()/>
            <link rel="stylesheet" href="/preview/preview.css"/>
            <script type="module" src="/preview/preview.js"></script>
        }
    });
    // A block of data, which browsers do not run (HTML, section 4.12.1): the content security policy does not concern it.
    let data =
        structured_data(&context).map(|json| view! { <script type="application/ld+json" inner_html=json></script> });
    let main = view! { <main id="main_content" class=kind tabindex="-1">{children()}</main> };
    let body = match frame {
        Frame::Site => view! {
            <a class="skip-link" href="#main_content">{context.messages.skip_to_content}</a>
            <Header/>
            {main}
            <Footer/>
            {plan_bar}
        }
        .into_any(),
        Frame::Bare => main.into_any(),
    };
    view! {
        <html lang=context.language.to_string()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{title.clone()}</title>
                <meta name="description" content=description.clone()/>
                <meta name="color-scheme" content="light dark"/>
                <Addresses/>
                <FeedLinks/>
                <LinkPreview title=title description=description/>
                <link rel="icon" href="/icon.svg" type="image/svg+xml"/>
                <Application interaction=interaction/>
                <link rel="stylesheet" href=urls.style.clone()/>
                <link rel="stylesheet" href=context.site.stylesheet().path()/>
                {sheet.map(|href| view! { <link rel="stylesheet" href=href/> })}
                {own}{scripts}{plan}{islands}{head}{preview}{data}
            </head>
            <body>{body}</body>
        </html>
    }
}

/// The title of a document: that of its page, if it has one, and the event's name.
pub(crate) fn document_title(context: &Context, title: Option<String>) -> String {
    let name = context.text(&context.conference.event.name);
    match title {
        Some(title) => format!("{title} — {name}"),
        None => name.to_owned(),
    }
}

/// The URLs of the page in every language, if they are known: canonical URLs are absolute. Error pages and screens ask not to be
/// listed.
#[component]
fn Addresses() -> impl IntoView {
    let context = context();
    let event = &context.conference.event;
    let default = event.default_language();
    let absolute =
        |language: &Language, page: &Page| format!("{}{}", context.site.urls.base, page.path(language, default));
    let known = context.page.as_ref().filter(|_| !context.site.urls.base.is_empty());
    let lasting = known.map(Page::canonical);
    let canonical = lasting.as_ref().map(|page| {
        let href = absolute(&context.language, page);
        view! { <link rel="canonical" href=href.clone()/>{open_graph("og:url", href)} }
    });
    let alternates = lasting.as_ref().filter(|_| event.languages.len() > 1).map(|page| {
        let links = event
            .languages
            .iter()
            .map(|language| {
                view! { <link rel="alternate" hreflang=language.to_string() href=absolute(language, page)/> }
            })
            .collect_view();
        view! { {links}<link rel="alternate" hreflang="x-default" href=absolute(default, page)/> }
    });
    let robots = context
        .page
        .as_ref()
        .is_none_or(|page| !page.is_indexed())
        .then(|| view! { <meta name="robots" content="noindex"/> });
    view! { {canonical}{alternates}{robots} }
}

/// The site as an application: its description, which says whether the page lets browsers keep a copy, and the colours around
/// its pages. Pages to read are saved by the others.
#[component]
fn Application(interaction: Interaction) -> impl IntoView {
    let context = context();
    // The installed site starts there.
    let is_start = context.page == Some(Page::Now);
    let saves = (interaction != Interaction::Static || is_start) && context.site.offline() != Offline::Off;
    let manifest = Export::Manifest(context.other_language());
    let colors = PAPER.map(|(scheme, color)| {
        html::meta().name("theme-color").attr("media", format!("(prefers-color-scheme: {scheme})")).content(color)
    });
    view! {
        <link rel="apple-touch-icon" href=Export::Icon(Icon::Touch).path()/>
        <link rel="manifest" href=manifest.path() data-saves=saves/>
        {colors.collect_view()}
    }
}

#[component]
fn Footer() -> impl IntoView {
    let context = context();
    let event = &context.conference.event;
    let organizer = event.organizer.as_ref().map(|organizer| {
        let label = format!("{}: ", context.messages.organizer);
        view! { <p>{label}{named_link(&context, &organizer.name, organizer.url.as_deref())}</p> }
    });
    let official = event.url.clone().map(|url| {
        view! { <p><a href=url rel="external noopener noreferrer">{context.messages.official_site}</a></p> }
    });
    let changes = (!context.conference.releases.is_empty()).then(|| {
        view! { <p><a href=context.url(&Page::Changes)>{context.messages.changes}</a></p> }
    });
    let exports = context.url(&Page::Exports);
    let feeds = has_feeds(&context).then(|| {
        view! { <p><a href=context.url(&Page::Feeds)>{context.messages.feeds()}</a></p> }
    });
    let hashtag = event.hashtag.as_ref().map(|hashtag| view! { <p>{format!("#{hashtag}")}</p> });
    let days = event.days.iter().map(|&day| dates::date(context.messages, day)).collect::<Vec<_>>();
    let days = match (days.first(), days.last()) {
        (Some(first), Some(last)) if first != last => format!("{first} – {last}"),
        (first, _) => first.cloned().unwrap_or_default(),
    };
    view! {
        <footer class="site-footer">
            <p class="site-footer-name">{tagged(&context, &event.name)}</p>
            <p>{days}</p>
            {organizer}{official}{changes}{feeds}
            <p><a href=exports>{context.messages.exports}</a></p>
            {hashtag}
        </footer>
    }
}
