//! Renders the bodies of items, and checks the links between them.

mod answers;
mod files;

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    sync::Arc,
};

use self::{answers::Asking, files::digest};
use super::{
    cache::{self, Cached, Made},
    context::Context,
    credits::Credits,
    files::{ContentPath, Document, Owner},
    item::Item,
    links::{Linker, UNPUBLISHED},
    publication::Publication,
    unfinished, wordings,
};
use crate::{
    Language, Localized,
    diagnostic::{Problem, Severity},
    front_matter::Extent,
    markdown::{Rendered, Resolve, Source},
    message,
    picture::Role,
    url::Page,
};

pub(super) use self::files::{Found, RenderedFiles};

/// Renders bodies, and collects their links and ids.
pub(super) struct Bodies<'c, 'a> {
    context: &'c Context<'a>,
    published: &'c Publication,
    used: Used,
    links: Vec<(Page, Page)>,
    pub(super) files: RenderedFiles<'a>,
}

/// The findings in all bodies.
#[derive(Debug)]
pub(super) struct Findings<'a> {
    pub(super) used: Used,
    /// The links from the pages of items to those of others; several bodies of an item have the same ones.
    pub(super) links: Vec<(Page, Page)>,
    pub(super) files: RenderedFiles<'a>,
}

/// The assets that pages show or link to, and the speakers that nothing refers to.
#[derive(Debug, Default)]
pub(super) struct Used {
    /// The assets of published pages.
    pub(super) by_pages: BTreeSet<(String, Role)>,
    /// The assets of unpublished items.
    pub(super) by_drafts: BTreeSet<(String, Role)>,
    /// The files of speakers that no session and no interview refers to.
    pub(super) idle: Vec<String>,
}

/// A function that renders Markdown.
pub(super) type Convert<T> = fn(&Source<'_>, &dyn Resolve) -> Rendered<T>;

/// The settings for rendering the bodies of one item.
struct Converter<'i, T> {
    credits: &'i Credits,
    convert: Convert<T>,
}

/// The body of an item in one language.
struct Version<'l, 'a> {
    document: &'a Document<'a>,
    /// The whole file.
    file: &'a str,
    /// Bytes of `file`.
    body: Range<usize>,
    language: &'l Language,
}

/// The severity of an empty body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Emptiness {
    /// Allowed: a break needs no description.
    Fine,
    /// Reported.
    Reported(Severity),
}

impl<'c, 'a> Bodies<'c, 'a> {
    /// Starts without bodies.
    pub(super) fn of(context: &'c Context<'a>, published: &'c Publication) -> Self {
        Self { context, published, used: Used::default(), links: Vec::new(), files: RenderedFiles::default() }
    }

    /// Reports the problems in the body of an item that is not published.
    pub(super) fn check<T: Cached>(&mut self, item: &Item<'a>, emptiness: Emptiness, convert: Convert<T>) {
        let by_pages = std::mem::take(&mut self.used.by_pages);
        self.render(item, emptiness, convert);
        let used = std::mem::replace(&mut self.used.by_pages, by_pages);
        self.used.by_drafts.extend(used);
    }

    /// Renders the body of an item in all its languages.
    pub(super) fn render<T: Cached>(
        &mut self,
        item: &Item<'a>,
        emptiness: Emptiness,
        convert: Convert<T>,
    ) -> Localized<Arc<T>> {
        let empty = item.text[item.layout.body.clone()].trim().is_empty();
        if let (true, Emptiness::Reported(severity)) = (empty, emptiness) {
            item.document.problems.add(Problem {
                severity,
                code: "empty-body",
                span: item.layout.closing.clone(),
                message: message!("there is no text below the front matter", "フロントマターの下に本文がありません"),
                help: message!("write it below this line", "この行の下に書いてください"),
            });
        }
        let default = self.context.default_language();
        let credits = Credits::read(item, self.context);
        let converter = Converter { credits: &credits, convert };
        let body = item.layout.body.clone();
        let version = Version { document: item.document, file: item.text, body, language: &default };
        let original = self.convert(version, &converter);
        let mut bodies = Localized::new(default, original);
        for translation in item.translations.iter().chain(&item.broken_translations) {
            if translation.text[translation.body.clone()].trim().is_empty() {
                if !empty {
                    let place = translation.body.start;
                    translation.document.problems.warning(
                        "empty-translation",
                        place..place,
                        message!(
                            "the translation has no text; the original is shown instead",
                            "翻訳に本文がないため、原文が表示されます"
                        ),
                        message!(
                            "write the translation here, or remove the file if the original is enough",
                            "ここに翻訳を書いてください。原文だけでよければファイルを消してください"
                        ),
                    );
                }
                continue;
            }
            let version = Version {
                document: translation.document,
                file: translation.text,
                body: translation.body.clone(),
                language: &translation.language,
            };
            let value = self.convert(version, &converter);
            if translation.extent == Extent::Whole {
                bodies.insert(translation.language.clone(), value);
            }
        }
        credits.report_unused(item, self.context);
        bodies
    }

    fn convert<T: Cached>(
        &mut self,
        Version { document, file, body, language }: Version<'_, 'a>,
        Converter { credits, convert }: &Converter<'_, T>,
    ) -> Arc<T> {
        let linker = Linker { context: self.context, published: self.published, path: document.path, language };
        let asking = Asking::new(&linker, credits, document.path);
        let earlier = |found: &Found| asking.confirms(&found.answers);
        let made = cache::body(self.context.cache, document.path, (document.digest, language.clone()), earlier, || {
            let placeholders = unfinished::placeholders(file, body.clone());
            let rendered = convert(&Source { file, body, language }, &asking);
            if self.context.lists_links {
                rendered.external.iter().for_each(|(span, url)| document.problems.add_link(span.clone(), url));
            }
            let Rendered { value, problems, anchors, questions, ids, .. } = rendered;
            let gists = questions.iter().map(|question| wordings::gist(&question.text)).collect();
            let (ids, answers) = (ids.join("\n"), asking.take_answers());
            let questions_digest = digest(&questions);
            let found = Found { problems, anchors, questions, gists, questions_digest, placeholders, ids, answers };
            Made { value: value.into(), found: found.into() }
        });
        self.record(document, made.found);
        made.value
    }

    /// Records the findings in a file.
    fn record(&mut self, document: &'a Document<'a>, found: Arc<Found>) {
        let dated = self.context.files.paths.get(document.path).and_then(ContentPath::dated);
        let used = match dated.is_none_or(|page| self.published.pages.contains(&page)) {
            true => &mut self.used.by_pages,
            false => &mut self.used.by_drafts,
        };
        used.extend(found.answers.files());
        if let Some(from) = self.page(document.path) {
            let others = found.answers.items().filter_map(|path| self.page(path)).map(|to| (from.clone(), to));
            self.links.extend(others.collect::<Vec<_>>());
        }
        for problem in &found.problems {
            let severity = if problem.code == UNPUBLISHED { Severity::Warning } else { problem.severity };
            document.problems.add(Problem { severity, ..problem.clone() });
        }
        self.files.add(document, found);
    }

    /// The page of the item of a file.
    fn page(&self, path: &str) -> Option<Page> {
        match &self.context.files.paths.get(path)?.owner {
            Owner::Item(kind, slug) => Some(kind.page(slug.clone())),
            Owner::Event => None,
        }
    }

    /// Checks the links with fragments after all bodies are rendered, and returns what they told.
    pub(super) fn finish(self) -> Findings<'a> {
        // The ids of a file with many incoming links are sorted only once.
        let mut sorted: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let anchors =
            self.files.all.iter().flat_map(|(document, found)| found.anchors.iter().map(move |one| (document, one)));
        for (document, anchor) in anchors {
            let Some(ids) = self.files.ids(&anchor.path) else { continue };
            let known = sorted.entry(&anchor.path).or_insert_with(|| ids.lines().collect());
            if known.contains(anchor.fragment.as_str()) {
                continue;
            }
            let help = match self.context.search.nearest(&anchor.fragment, known.iter().copied()) {
                Some(meant) => message!("did you mean `#{meant}`?", "`#{meant}`のことですか？"),
                None => message!(
                    "give the heading or question there an id: `## Heading {{#its-id}}`",
                    "リンク先の見出しか質問にidを付けてください: `## 見出し {{#its-id}}`"
                ),
            };
            document.problems.error(
                "broken-anchor",
                anchor.span.clone(),
                message!(
                    "{path} has no place `#{place}`",
                    "{path} に`#{place}`という場所はありません",
                    path = anchor.path,
                    place = anchor.fragment
                ),
                help,
            );
        }
        Findings { used: self.used, links: self.links, files: self.files }
    }
}
