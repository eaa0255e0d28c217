//! Resolves the links of a Markdown file to pages and assets.

mod meant;
mod paths;

use crate::{
    Language, Slug,
    diagnostic::Message,
    load::{
        context::Context,
        files::{ContentPath, EVENT, Kind, Owner},
        pictures,
        publication::Publication,
    },
    markdown::{Image, Remark, Resolve, Target},
    message,
    picture::{Content, Role},
    url::{self, Page},
};

pub(super) use meant::nearest_asset;
pub(super) use paths::{folder, join, target};

/// The code for links to unpublished items. A warning, as the linking page itself is valid.
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
        self.find(destination, meant::nearest_file)
    }

    fn image(&self, destination: &str) -> Image {
        match self.find(destination, nearest_asset) {
            Target::Internal { path, .. } => {
                let image = pictures::image(self.context.files, &path, Role::Figure);
                image.unwrap_or_else(|| Image::Broken(pictures::no_image(destination, Role::Figure)))
            }
            Target::SameFile { .. } => Image::Broken(pictures::no_image(destination, Role::Figure)),
            Target::External => Image::Elsewhere,
            Target::Broken { code, message, help } => Image::Broken(Remark { code, message, help }),
        }
    }
}

impl Linker<'_, '_> {
    fn find(&self, destination: &str, nearest: meant::Nearest) -> Target {
        if destination.starts_with('/') {
            let help = match self.meant_by_absolute(destination) {
                Some(relative) => message!(
                    "write the path from this file: `{relative}`",
                    "このファイルから見たパスを書いてください: `{relative}`"
                ),
                None => message!(
                    "links lead to files, by the path from this one, such as `../speakers/allan-espinosa.md`",
                    "リンクには、このファイルから見たほかのファイルのパスを書きます。例: `../speakers/allan-espinosa.md`"
                ),
            };
            return broken(
                "absolute-link",
                message!("`{destination}` begins with `/`", "`{destination}`が`/`で始まっています"),
                help,
            );
        }
        let (rest, fragment) = match destination.split_once('#') {
            Some((rest, fragment)) => (rest, Some(fragment)),
            None => (destination, None),
        };
        let rest = rest.split('?').next().unwrap_or_default();
        let decoded = paths::decode(rest);
        let Some(path) = join(folder(self.path), &decoded) else {
            let help = message!(
                "links lead to files in `program`, `interviews` and `news`; for others, write the whole address",
                "リンクできるのは`program`、`interviews`、`news`の中のファイルです。ほかの場所へはアドレス全体を書いてください"
            );
            return broken(
                BROKEN,
                message!(
                    "`{destination}` leaves the folder of the content",
                    "`{destination}`はコンテンツのフォルダーの外を指しています"
                ),
                help.to_owned(),
            );
        };
        let fragment = fragment.filter(|fragment| !fragment.is_empty()).map(str::to_owned);
        if let Some(place) = self.context.files.paths.get(path.as_str()) {
            return self.item(place, &path, fragment);
        }
        if let Some(asset) = self.context.files.assets.get(path.as_str()) {
            if let Content::Broken(fault) = &asset.content {
                return broken("broken-picture", fault.message(destination), fault.help());
            }
            // Photographs may contain their location, so links lead to a rendition, too.
            let url = match asset.renditions(Role::Link) {
                Some(renditions) => url::picture(&renditions.plain().name()),
                None => url::asset(&path),
            };
            // Fragments of assets, such as pages of a PDF, are not checked.
            let suffix = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
            let remarks = match asset.content {
                Content::File => Vec::new(),
                _ => pictures::burden(asset).into_iter().collect(),
            };
            return Target::Internal { url: url + &suffix, path, fragment: None, remarks };
        }
        let help = match nearest(self.context, folder(self.path), &decoded) {
            Some(meant) => message!("did you mean `{meant}`?", "`{meant}`のことですか？"),
            None => {
                message!(
                    "write the path from this file to the other one, such as `../speakers/allan-espinosa.md`",
                    "このファイルから見たパスを書いてください。例: `../speakers/allan-espinosa.md`"
                )
            }
        };
        broken(BROKEN, message!("there is no file `{destination}`", "`{destination}`というファイルはありません"), help)
    }

    fn item(&self, place: &ContentPath<'_>, path: &str, fragment: Option<String>) -> Target {
        let page = match &place.owner {
            Owner::Event => Page::About,
            Owner::Item(kind, slug) => {
                let from = self.context.files.paths.get(self.path).and_then(ContentPath::dated);
                if let Some(reason) = self.published.reason_against(*kind, slug, from.as_ref()) {
                    let help = message!(
                        "publish {path} first, or remove the link",
                        "先に {path} を公開するか、リンクを消してください"
                    );
                    return broken(
                        UNPUBLISHED,
                        message!("`{path}` {reason}", "`{path}`は{reason}", reason = reason),
                        help,
                    );
                }
                kind.page(slug.clone())
            }
        };
        // A link to a translation leads to its language; other links keep the language of the page.
        let languages = self.context.languages.as_deref().unwrap_or_default();
        let named = place.suffix.and_then(|suffix| languages.iter().find(|language| language.as_str() == suffix));
        let language = named.unwrap_or(self.language);
        let path = self.version(place, language).unwrap_or(path).to_owned();
        if path == self.path
            && let Some(fragment) = fragment
        {
            return Target::SameFile { fragment };
        }
        Target::Internal {
            url: page.path(language, &self.context.default_language()),
            path,
            fragment,
            remarks: Vec::new(),
        }
    }

    /// The file that the page of an item shows in a language.
    fn version(&self, place: &ContentPath<'_>, language: &Language) -> Option<&str> {
        let files = self.context.files;
        let versions = match &place.owner {
            Owner::Event => &files.event,
            Owner::Item(kind, slug) => files.items(*kind).get(slug)?,
        };
        let translation = versions.translations.get(language.as_str());
        translation.or(versions.original.as_ref()).map(|document| document.path)
    }

    /// The relative path to the file behind an absolute path of this site.
    fn meant_by_absolute(&self, destination: &str) -> Option<String> {
        let path = destination.trim_matches('/');
        let path = path.split(['#', '?']).next()?;
        let files = self.context.files;
        let found = if files.paths.contains_key(path) || files.assets.contains_key(path) {
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

fn broken(code: &'static str, message: Message, help: Message) -> Target {
    Target::Broken { code, message, help }
}
