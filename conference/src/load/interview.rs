//! Reads `interviews/<slug>.md`.

use std::sync::Arc;

use jiff::civil::DateTime;

use super::{
    context::Context,
    dated::{self, Dated},
    files::Kind,
    item::{Item, Schema},
    people,
};
use crate::{
    Installment, Interview, Localized, Origin, Slug,
    diagnostic::words,
    front_matter::Fields,
    message,
    read::{DAY_EXAMPLE, FieldReader, Placed},
    url::Page,
};

pub(super) const SCHEMA: Schema = Schema {
    owner: words!("an interview", "インタビュー"),
    texts: &["title", "interviewer", "summary", "series", "removed"],
    others: &[
        "speaker",
        "speakers",
        "session",
        "published",
        "updated",
        "number",
        "tags",
        "source",
        "licence",
        "draft",
        "aliases",
        "pictures",
        "allow",
    ],
};

/// An interview, with the places that later checks report.
pub(super) struct LocatedInterview {
    pub(super) interview: Interview,
    /// The aliases with their places.
    pub(super) aliases: Vec<Placed<Slug>>,
}

impl Dated for LocatedInterview {
    fn page(&self) -> Page {
        Page::Interview(self.interview.slug.clone())
    }

    fn published(&self) -> DateTime {
        self.interview.published
    }

    fn updated(&self) -> Option<DateTime> {
        self.interview.updated
    }

    fn draft(&self) -> bool {
        self.interview.draft
    }

    fn aliases(&self) -> &[Placed<Slug>] {
        &self.aliases
    }
}

/// Reads an interview; `None` without a valid title, speaker or date.
pub(super) fn read<'a>(slug: &Slug, item: &Item<'a>, context: &Context<'a>) -> Option<LocatedInterview> {
    let reader = item.reader(context);
    let mut fields = item.fields();
    let title = item.required_text(&mut fields, &reader, "title", "An interview with Allan Espinosa");
    let speakers = read_speakers(&mut fields, &reader, context);
    let session = fields.optional("session", |node| context.reference(&reader, node, Kind::Session));
    let interviewer = item.optional_text(&mut fields, &reader, "interviewer");
    let published = fields.required("published", DAY_EXAMPLE, |node| reader.publication(node));
    let updated = dated::updated(&mut fields, &reader, published);
    let series = item.optional_text(&mut fields, &reader, "series");
    let number = fields.optional("number", |node| reader.ordinal(node));
    let summary = item.optional_text(&mut fields, &reader, "summary");
    let source = fields.optional("source", |node| reader.named_link(node, words!("a source", "出典")));
    let licence = fields.optional("licence", |node| reader.scalar(node, words!("a licence", "利用条件"), "CC BY 4.0"));
    let tags = fields.optional("tags", |node| Some(reader.tags(node))).unwrap_or_default();
    let draft = dated::draft(item, &mut fields, &reader, &context.search);
    let aliases = dated::aliases(&mut fields, &reader);
    if let (None, Some(_), Some(place)) = (&series, number, fields.place("number")) {
        let help = message!(
            "add the name of the series as `series: …`, or remove `number`",
            "シリーズの名前を`series: …`と書くか、`number`を消してください"
        );
        reader.problems.error(
            "number-without-series",
            place,
            message!("there is a `number` but no `series`", "`number`があるのに`series`がありません"),
            help,
        );
    }
    item.finish(fields, &reader);
    let interview = Interview {
        slug: slug.clone(),
        title: title?,
        speakers: speakers?,
        session: session.map(|session| session.value),
        interviewer,
        published: published?,
        updated,
        outdated: dated::outdated(item, published?, updated).map(|one| one.language.clone()).collect(),
        // Zero means "by publication" until all interviews of the series are known.
        series: series.map(|name| Installment {
            key: name.text(&context.default_language()).to_owned(),
            name,
            number: number.unwrap_or_default(),
        }),
        summary,
        tags,
        source: source.map(|source| Origin { name: source.name, url: source.url }),
        licence: licence.map(str::to_owned),
        draft,
        aliases: aliases.iter().map(|alias| alias.value.clone()).collect(),
        body: Localized::new(context.default_language(), Arc::default()),
        previous: None,
        next: None,
    };
    Some(LocatedInterview { interview, aliases })
}

/// Reads `speaker` or `speakers`; `None` if no valid one is left.
fn read_speakers<'a>(fields: &mut Fields<'a>, reader: &FieldReader<'a>, context: &Context<'_>) -> Option<Vec<Slug>> {
    let one = fields.optional("speaker", |node| Some(people::list(reader, node, context)));
    let several = fields.optional("speakers", |node| Some(people::list(reader, node, context)));
    let speakers = match (one, several) {
        (Some(_), Some(several)) => {
            let place = fields.place("speaker").unwrap_or_default();
            let help = message!(
                "write all of them in `speakers: [one, other]`, and remove `speaker`",
                "全員を`speakers: [one, other]`に書き、`speaker`を消してください"
            );
            reader.problems.error(
                "speaker-and-speakers",
                place,
                message!("there are both `speaker` and `speakers`", "`speaker`と`speakers`の両方があります"),
                help,
            );
            several
        }
        (Some(speakers), None) | (None, Some(speakers)) => speakers,
        (None, None) => {
            fields.miss("speaker", "allan-espinosa");
            return None;
        }
    };
    let slugs: Vec<_> = speakers.into_iter().map(|speaker| speaker.value).collect();
    (!slugs.is_empty()).then_some(slugs)
}
