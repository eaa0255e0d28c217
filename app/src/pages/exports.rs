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

/// A document in the list.
struct Entry {
    export: Export,
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
                <h2>{messages.for_sites}</h2>
                <ul class="export-list">
                    <li><h3><a href=embed>{messages.embed}</a></h3><p>{messages.embed_help}</p></li>
                </ul>
            </section>
        </Shell>
    }
}

/// The documents that apps and calendars read.
fn apps(context: &Context) -> Vec<Entry> {
    let (messages, language) = (context.messages, context.other_language());
    let sessions = CalendarSessions::Schedule(Default::default());
    let calendar = Export::Calendar(Calendar { language, sessions });
    let dataset = |content| Export::Dataset(Dataset { language: context.other_language(), content });
    let entry = |export, title, help, code| Entry { export, title, help, code };
    let xml = dataset(DatasetContent::ScheduleXml);
    let json = dataset(DatasetContent::ScheduleJson);
    vec![
        entry(calendar, messages.export_calendar, messages.export_calendar_help, Code::Qr),
        entry(xml, messages.export_schedule_xml, messages.export_schedule_xml_help, Code::Qr),
        entry(json, messages.export_schedule_json, messages.export_schedule_json_help, Code::None),
    ]
}

/// The documents that developers and search engines read.
fn developers(context: &Context) -> Vec<Entry> {
    let (messages, language) = (context.messages, context.other_language());
    let entry = |export, title, help| Entry { export, title, help, code: Code::None };
    let now = PlainText { language: language.clone(), subject: TextSubject::Now, style: TextStyle::Plain };
    let dataset = |content| Export::Dataset(Dataset { language: language.clone(), content });
    let documents = [
        entry(
            dataset(DatasetContent::Conference),
            messages.export_conference_json,
            messages.export_conference_json_help,
        ),
        entry(
            dataset(DatasetContent::Sessions(Default::default())),
            messages.export_sessions_json,
            messages.export_sessions_json_help,
        ),
        entry(
            Export::DatasetSchema(Described::Conference),
            messages.export_json_schema,
            messages.export_json_schema_help,
        ),
        entry(
            Export::DatasetSchema(Described::Sessions),
            messages.export_json_schema,
            messages.export_json_schema_help,
        ),
        entry(
            Export::PlainText(PlainText::schedule(language.clone())),
            messages.export_text,
            messages.export_text_help,
        ),
        entry(Export::PlainText(now), messages.now_page, messages.export_now_text_help),
        entry(Export::Sitemap, messages.export_sitemap, messages.export_sitemap_help),
        entry(Export::Robots, messages.export_robots, messages.export_robots_help),
    ];
    let schemas =
        ItemKind::ALL.map(|kind| entry(Export::Schema(kind), messages.export_schema, messages.export_schema_help));
    documents.into_iter().chain(schemas).collect()
}

/// A document with its size. One that depends on the moment has no link: no export of the site has it.
fn item(context: &Context, entry: &Entry) -> Option<AnyView> {
    let Entry { export, title, help, code } = entry;
    if !context.site.has(export) {
        return None;
    }
    let path = export.path();
    let address = format!("{}{path}", context.site.urls.base);
    let made = exports::make(&context.site, export);
    let size = made.as_ref().map(|made| view! { <span class="export-size">{size(made.body.len())}</span> });
    let shown = if context.site.urls.base.is_empty() { path.clone() } else { address.clone() };
    let shown = match made {
        Some(_) => view! { <a class="export-address" href=path>{shown}</a> }.into_any(),
        None => view! { <code class="export-address">{shown}</code> }.into_any(),
    };
    let is_shown = *code == Code::Qr && !context.site.urls.base.is_empty();
    let qr = is_shown.then(|| qr_code::svg(&address)).flatten().map(|svg| {
        let (label, words) = (format!("{}: {title}", context.messages.show_qr), context.messages.show_qr);
        view! {
            <details class="export-qr">
                <summary>{words}</summary>
                <div role="img" aria-label=label inner_html=svg></div>
            </details>
        }
    });
    let item = view! { <li><h3>{*title}</h3><p>{*help}</p><p>{shown}{size}</p>{qr}</li> };
    Some(item.into_any())
}

/// A number of bytes: "1.2 kB".
fn size(bytes: usize) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{}.{} kB", bytes / 1_000, bytes % 1_000 / 100),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}
