//! Where the links of a Markdown file lead: to the pages of other items, and to the files beside them.

mod paths;

use crate::{
    Language, Slug,
    load::{
        context::Context,
        files::{EVENT, Kind, Owner, Place},
        publication::Publication,
    },
    markdown::{Resolve, Target},
    url::{self, Page},
};

pub(super) use paths::{folder, join};

/// The code of a link to an item that exists but is not published. It is a warning: the page itself is not wrong.
pub(super) const UNPUBLISHED: &str = "link-to-unpublished";

const BROKEN: &str = "broken-link";

/// Resolves the links of one file.
pub(super) struct Linker<'c, 'a> {
    pub(super) context: &'c Context<'a>,
    pub(super) published: &'c Publication,
    /// The path of the file.
    pub(super) path: &'c str,
    /// The language of the page.
    pub(super) language: &'c Language,
}

impl Resolve for Linker<'_, '_> {
    fn link(&self, destination: &str) -> Target {
        if let Some(fragment) = destination.strip_prefix('#') {
            return Target::SameFile { fragment: fragment.to_owned() };
        }
        self.find(destination)
    }

    fn image(&self, destination: &str) -> Target {
        match self.find(destination) {
            Target::Internal { path, .. } if path.ends_with(".md") => {
                broken(BROKEN, format!("`{destination}` is no image"), String::from("remove the `!` to make it a link"))
            }
            target => target,
        }
    }
}

impl Linker<'_, '_> {
    fn find(&self, destination: &str) -> Target {
        if destination.starts_with('/') {
            let help = match self.meant_by_absolute(destination) {
                Some(relative) => format!("write the path from this file: `{relative}`"),
                None => String::from(
                    "links lead to files, by the path from this one, such as `../speakers/allan-espinosa.md`",
                ),
            };
            return broken("absolute-link", format!("`{destination}` begins with `/`"), help);
        }
        let (rest, fragment) = match destination.split_once('#') {
            Some((rest, fragment)) => (rest, Some(fragment)),
            None => (destination, None),
        };
        let rest = rest.split('?').next().unwrap_or_default();
        let decoded = paths::decode(rest);
        let Some(path) = join(folder(self.path), &decoded) else {
            let help = "links lead to files in `program` and `interviews`; for others, write the whole address";
            return broken(BROKEN, format!("`{destination}` leaves the folder of the content"), help.to_owned());
        };
        let fragment = fragment.filter(|fragment| !fragment.is_empty()).map(str::to_owned);
        if let Some(place) = self.context.files.places.get(path.as_str()) {
            return self.item(place, &path, fragment);
        }
        if self.context.files.assets.binary_search(&path.as_str()).is_ok() {
            // A fragment of a file, such as a page of a PDF, is nothing to be checked.
            let suffix = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
            return Target::Internal { url: url::asset(&path) + &suffix, path, fragment: None };
        }
        let help = match nearest_file(self.context, folder(self.path), &decoded) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => {
                String::from("write the path from this file to the other one, such as `../speakers/allan-espinosa.md`")
            }
        };
        broken(BROKEN, format!("there is no file `{destination}`"), help)
    }

    fn item(&self, place: &Place<'_>, path: &str, fragment: Option<String>) -> Target {
        let page = match &place.owner {
            Owner::Event => Page::About,
            Owner::Item(kind, slug) => {
                let from = self.context.files.places.get(self.path).and_then(Place::interview);
                if let Some(message) = self.published.reason_against(*kind, slug, from) {
                    let help = format!("publish {path} first, or remove the link");
                    return broken(UNPUBLISHED, format!("`{path}` {message}"), help);
                }
                kind.page(slug.clone())
            }
        };
        // A link to a translation leads to its language; any other stays in the language of the page.
        let languages = self.context.languages.as_deref().unwrap_or_default();
        let named = place.suffix.and_then(|suffix| languages.iter().find(|language| language.as_str() == suffix));
        let language = named.unwrap_or(self.language);
        let path = self.version(place, language).unwrap_or(path).to_owned();
        if path == self.path
            && let Some(fragment) = fragment
        {
            return Target::SameFile { fragment };
        }
        Target::Internal { url: page.path(language, &self.context.default_language()), path, fragment }
    }

    /// The file that the page of an item shows in a language.
    fn version(&self, place: &Place<'_>, language: &Language) -> Option<&str> {
        let files = self.context.files;
        let versions = match &place.owner {
            Owner::Event => &files.event,
            Owner::Item(kind, slug) => files.items(*kind).get(slug)?,
        };
        let translation = versions.translations.get(language.as_str());
        translation.or(versions.original.as_ref()).map(|document| document.path)
    }

    /// The relative path to the file that an address on this site means.
    fn meant_by_absolute(&self, destination: &str) -> Option<String> {
        let path = destination.trim_matches('/');
        let path = path.split(['#', '?']).next()?;
        let files = self.context.files;
        let found = if files.places.contains_key(path) || files.assets.binary_search(&path).is_ok() {
            path
        } else {
            let Some((section, slug)) = path.rsplit_once('/') else {
                return (path == "about").then(|| paths::relative(folder(self.path), EVENT));
            };
            let section = section.rsplit('/').next()?;
            let kind = Kind::ALL.into_iter().find(|kind| kind.folder().ends_with(section))?;
            let slug = Slug::parse(slug.strip_suffix(".md").unwrap_or(slug))?;
            files.items(kind).get(&slug)?.original.as_ref()?.path
        };
        Some(paths::relative(folder(self.path), found))
    }
}

/// The relative path to the existing file that is nearest to a written one.
pub(super) fn nearest_file(context: &Context<'_>, folder: &str, written: &str) -> Option<String> {
    let files = context.files;
    let name = written.rsplit('/').next().filter(|name| !name.is_empty())?;
    let stem = name.strip_suffix(".md").unwrap_or(name);
    // The most common slips: the wrong folder, or no ending.
    let by_slug = Slug::parse(stem)
        .and_then(|slug| Kind::ALL.into_iter().find_map(|kind| files.items(kind).get(&slug)?.original.as_ref()));
    if let Some(document) = by_slug {
        return Some(paths::relative(folder, document.path));
    }
    // Otherwise names alone are compared: folders that are alike would make any two paths near to each other.
    let known = || files.documents().map(|document| document.path).chain(files.assets.iter().copied());
    let meant = context.search.nearest(paths::name(written), known().map(paths::name))?;
    known().find(|path| paths::name(path) == meant).map(|path| paths::relative(folder, path))
}

fn broken(code: &'static str, message: String, help: String) -> Target {
    Target::Broken { code, message, help }
}
