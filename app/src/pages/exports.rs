//! The documents for other programs, each with its address, its size and the programs that read it.

use conference::{
    schema::ItemKind,
    url::{
        Calendar, CalendarSessions, Dataset, DatasetContent, Described, Export, Page, PlainText, TextStyle, TextSubject,
    },
};
use leptos::prelude::*;

use crate::{
    context::{Context, context},
    exports, qr_code,
    shell::Shell,
};

/// One or several documents in the list.
struct Entry {
    exports: Vec<Export>,
    title: &'static str,
    help: &'static str,
    code: Code,
}

/// Whether a phone is to read the address from a QR code.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Code {
    Qr,
    None,
}

#[component]
pub(super) fn ExportsPage() -> impl IntoView {
    let context = context();
    let messages = context.messages;
    let groups = [(messages.for_apps, apps(&context)), (messages.for_developers, developers(&context))];
    let groups = groups.into_iter().filter(|(_, entries)| !entries.is_empty()).map(|(name, entries)| {
        let items = entries.iter().filter_map(|entry| item(&context, entry)).collect_view();
        view! { <section><h2>{name}</h2><ul class="export-list">{items}</ul></section> }
    });
    let groups = groups.collect_view();
    let embed = context.url(&Page::Embed(Default::default()));
    let feeds = context.url(&Page::Feeds);
    view! {
        <Shell
            title={Some(messages.exports.to_owned())}
            description=messages.exports_help.to_owned()
            kind="exports"
            sheet=Some("/exports.css")
        >
            <h1>{messages.exports}</h1>
            <p>{messages.exports_help}</p>
            {groups}
            <section>
                <h2>{messages.feeds()}</h2>
                <ul class="export-list">
                    <li><h3><a href=feeds>{messages.feeds()}</a></h3><p>{messages.export_feeds_help}</p></li>
                </ul>
            </section>
            <section>
                <h2>{messages.for_sites}</h2>
                <ul class="export-list">
                    <li><h3><a href=embed>{messages.embed}</a></h3><p>{messages.export_embed_help}</p></li>
                </ul>
            </section>
        </Shell>
    }
}

/// The documents that apps and calendars read.
fn apps(context: &Context) -> Vec<Entry> {
    let (messages, language) = (context.messages, context.other_language());
    let sessions = CalendarSessions::Schedule(Default::default());
    let calendar = Export::Calendar(Calendar { language: language.clone(), sessions });
    let dataset = |content| Export::Dataset(Dataset { language: language.clone(), content });
    let entry = |export, title, help, code| Entry { exports: vec![export], title, help, code };
    let (xml, json) = (dataset(DatasetContent::ScheduleXml), dataset(DatasetContent::ScheduleJson));
    vec![
        entry(calendar, messages.export_calendar, messages.export_calendar_help, Code::Qr),
        entry(xml, messages.export_schedule_xml, messages.export_schedule_xml_help, Code::Qr),
        entry(json, messages.export_schedule_json, messages.export_schedule_json_help, Code::None),
    ]
}

/// The documents that developers and search engines read.
fn developers(context: &Context) -> Vec<Entry> {
    let (messages, language) = (context.messages, context.other_language());
    let entry = |exports, title, help| Entry { exports, title, help, code: Code::None };
    let dataset = |content| vec![Export::Dataset(Dataset { language: language.clone(), content })];
    let conference = dataset(DatasetContent::Conference);
    let sessions = dataset(DatasetContent::Sessions(Default::default()));
    let described = [Described::Conference, Described::Sessions].map(Export::DatasetSchema);
    let text = Export::PlainText(PlainText::schedule(language.clone()));
    let now = PlainText { language: language.clone(), subject: TextSubject::Now, style: TextStyle::Plain };
    let files = ItemKind::ALL.map(Export::Schema);
    vec![
        entry(conference, messages.export_conference_json, messages.export_conference_json_help),
        entry(sessions, messages.export_sessions_json, messages.export_sessions_json_help),
        entry(described.into(), messages.export_json_schema, messages.export_json_schema_help),
        entry(vec![text], messages.export_text, messages.export_text_help),
        entry(vec![Export::PlainText(now)], messages.now_page, messages.export_now_text_help),
        entry(vec![Export::Sitemap, Export::Robots], messages.export_sitemap, messages.export_sitemap_help),
        entry(files.into(), messages.export_schema, messages.export_schema_help),
    ]
}

/// The documents of an entry that the site has, each with its size.
fn item(context: &Context, entry: &Entry) -> Option<AnyView> {
    let Entry { exports, title, help, code } = entry;
    let exports: Vec<_> = exports.iter().filter(|export| context.site.has(export)).collect();
    let first = exports.first()?;
    let addresses = exports.iter().map(|export| address(context, export)).collect_view();
    let address = format!("{}{}", context.site.urls.base, first.path());
    let is_shown = *code == Code::Qr && !context.site.urls.base.is_empty();
    let qr = is_shown.then(|| qr_code::svg(&address)).flatten().map(|svg| {
        let (label, words) = (format!("{}: {title}", context.messages.show_qr), context.messages.show_qr);
        view! {
            <details class="export-qr">
                <summary aria-label=label.clone()>{words}</summary>
                <div role="img" aria-label=label inner_html=svg></div>
            </details>
        }
    });
    Some(view! { <li><h3>{*title}</h3><p>{*help}</p>{addresses}{qr}</li> }.into_any())
}

/// The address of a document, with its size. One that depends on the moment has no link: no export of the site has it.
fn address(context: &Context, export: &Export) -> AnyView {
    let (path, urls) = (export.path(), &context.site.urls);
    let base = if urls.base.is_empty() { &urls.base_path } else { &urls.base };
    let shown = format!("{base}{path}");
    match exports::make(&context.site, export) {
        Some(made) => view! {
            <p><a class="export-address" href=path>{shown}</a><span class="export-size">{size(made.body.len())}</span></p>
        }
        .into_any(),
        None => view! { <p><code class="export-address">{shown}</code></p> }.into_any(),
    }
}

/// A number of bytes: "1.2 kB".
fn size(bytes: usize) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{}.{} kB", bytes / 1_000, bytes % 1_000 / 100),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}
