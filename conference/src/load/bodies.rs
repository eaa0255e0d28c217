//! Renders the bodies of items, and checks the links between them.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet, HashMap},
    ops::Range,
};

use super::{
    context::Context,
    credits::Credits,
    files::{ContentPath, Document, Owner},
    item::Item,
    links::{Linker, UNPUBLISHED, target},
    publication::Publication,
};
use crate::{
    Language, Localized,
    diagnostic::{Problem, Severity},
    front_matter::Extent,
    markdown::{Anchor, Image, QuestionId, Rendered, Resolve, Source, Target},
    message,
    picture::Role,
    url::Page,
};

/// Renders bodies, and collects their links and ids.
pub(super) struct Bodies<'c, 'a> {
    context: &'c Context<'a>,
    published: &'c Publication,
    /// The ids of each rendered file, one a line: most are never looked up, and a single string takes the least memory.
    ids: HashMap<&'a str, String>,
    /// Links with a fragment to other files, with the file that contains them.
    anchors: Vec<(&'a Document<'a>, Anchor)>,
    used: Used,
    links: Vec<(Page, Page)>,
    /// The questions of each interview file, by its path.
    pub(super) questions: Questions<'a>,
}

/// What the bodies tell beside their HTML.
#[derive(Debug)]
pub(super) struct Findings<'a> {
    pub(super) used: Used,
    /// The links from the pages of items to those of others; several bodies of an item have the same ones.
    pub(super) links: Vec<(Page, Page)>,
    /// The questions of each interview file, by its path.
    pub(super) questions: Questions<'a>,
}

/// The questions of interview files with their places there, by the paths of the files.
pub(super) type Questions<'a> = HashMap<&'a str, Vec<QuestionId>>;

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

/// Records the assets that links and images lead to.
struct Recorder<'l> {
    linker: &'l dyn Resolve,
    /// The path of the file.
    path: &'l str,
    credits: &'l Credits,
    files: RefCell<Vec<(String, Role)>>,
    /// The paths of other items.
    items: RefCell<Vec<String>>,
}

impl Resolve for Recorder<'_> {
    fn link(&self, destination: &str) -> Target {
        let found = self.linker.link(destination);
        if let Target::Internal { path, .. } = &found {
            match path.ends_with(".md") {
                true => self.items.borrow_mut().push(path.clone()),
                false => self.files.borrow_mut().push((path.clone(), Role::Link)),
            }
        }
        found
    }

    fn image(&self, destination: &str) -> Image {
        let image = self.linker.image(destination);
        if let Image::File { path, .. } | Image::Picture { path, .. } = &image {
            self.files.borrow_mut().push((path.clone(), Role::Figure));
        }
        image
    }

    fn credit(&self, destination: &str) -> Option<&str> {
        self.credits.of(&target(self.path, destination)?)
    }
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
        Self {
            context,
            published,
            ids: HashMap::new(),
            anchors: Vec::new(),
            used: Used::default(),
            links: Vec::new(),
            questions: HashMap::new(),
        }
    }

    /// Reports the problems in the body of an item that is not published.
    pub(super) fn check<T>(&mut self, item: &Item<'a>, emptiness: Emptiness, convert: Convert<T>) {
        let by_pages = std::mem::take(&mut self.used.by_pages);
        self.render(item, emptiness, convert);
        let used = std::mem::replace(&mut self.used.by_pages, by_pages);
        self.used.by_drafts.extend(used);
    }

    /// Renders the body of an item in all its languages.
    pub(super) fn render<T>(&mut self, item: &Item<'a>, emptiness: Emptiness, convert: Convert<T>) -> Localized<T> {
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

    fn convert<T>(
        &mut self,
        Version { document, file, body, language }: Version<'_, 'a>,
        Converter { credits, convert }: &Converter<'_, T>,
    ) -> T {
        let linker = Linker { context: self.context, published: self.published, path: document.path, language };
        let (files, items) = (RefCell::default(), RefCell::default());
        let recorder = Recorder { linker: &linker, path: document.path, credits, files, items };
        let rendered = convert(&Source { file, body, language }, &recorder);
        let dated = self.context.files.paths.get(document.path).and_then(ContentPath::dated);
        let used = match dated.is_none_or(|page| self.published.pages.contains(&page)) {
            true => &mut self.used.by_pages,
            false => &mut self.used.by_drafts,
        };
        used.extend(recorder.files.into_inner());
        if let Some(from) = self.page(document.path) {
            let others = recorder.items.into_inner();
            let others = others.iter().filter_map(|path| self.page(path)).map(|to| (from.clone(), to));
            self.links.extend(others.collect::<Vec<_>>());
        }
        if !rendered.questions.is_empty() {
            self.questions.insert(document.path, rendered.questions);
        }
        if self.context.lists_links {
            rendered.external.iter().for_each(|(span, url)| document.problems.add_link(span.clone(), url));
        }
        for mut problem in rendered.problems {
            if problem.code == UNPUBLISHED {
                problem.severity = Severity::Warning;
            }
            document.problems.add(problem);
        }
        self.ids.insert(document.path, rendered.ids.join("\n"));
        self.anchors.extend(rendered.anchors.into_iter().map(|anchor| (document, anchor)));
        rendered.value
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
        for (document, anchor) in &self.anchors {
            let Some(ids) = self.ids.get(anchor.path.as_str()) else { continue };
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
        Findings { used: self.used, links: self.links, questions: self.questions }
    }
}
