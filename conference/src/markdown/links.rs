//! Writes links and images, and reports broken ones.

use std::ops::Range;

use pulldown_cmark::LinkType;

use crate::{diagnostic::Message, message, url};

use super::{
    escape,
    image::{Image, Remark, Shown},
    rendered::Anchor,
    rendering::Rendering,
    resolve::Target,
};

/// A valid link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// A URL, percent-encoded but not escaped for HTML.
    pub(super) href: String,
    /// The site that it leads to.
    pub(super) destination: Destination,
}

/// The site that a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// A page or asset of this conference, or a mailbox.
    Here,
    /// Another site.
    Elsewhere,
}

impl Link {
    /// Appends the start tag.
    pub(super) fn open(&self, html: &mut String, title: &str) {
        html.push_str("<a href=\"");
        escape::attribute(html, &self.href);
        if !title.is_empty() {
            html.push_str("\" title=\"");
            escape::attribute(html, title);
        }
        if self.destination == Destination::Elsewhere {
            html.push_str("\" rel=\"noopener noreferrer external");
        }
        html.push_str("\">");
    }
}

/// The URL of a link in Markdown.
pub(super) fn destination(link_type: LinkType, destination: &str) -> String {
    match link_type {
        LinkType::Email => format!("mailto:{destination}"),
        _ => destination.to_owned(),
    }
}

impl Rendering<'_> {
    /// The link for a bare URL.
    pub(super) fn bare_link(&mut self, address: &str, span: &Range<usize>) -> Link {
        self.external.push((self.narrowed(address, span), address.to_owned()));
        Link { href: escape::url(address), destination: Destination::Elsewhere }
    }

    /// Resolves a link; reports a broken one, and returns `None`.
    pub(super) fn link(&mut self, destination: &str, span: &Range<usize>) -> Option<Link> {
        let span = self.narrowed(destination, span);
        let destination = without_controls(destination);
        let target = match Scheme::of(&destination) {
            Scheme::None => self.resolve.link(&destination),
            Scheme::Web if has_host(&destination) => Target::External,
            Scheme::Web => broken(
                "bad-url",
                message!("`{destination}` names no site", "`{destination}`にはサイトの名前がありません"),
                message!("write `https://example.org/…`", "`https://example.org/…`の形で書いてください"),
            ),
            Scheme::Mail => {
                return Some(Link { href: escape::url(&destination), destination: Destination::Here });
            }
            Scheme::Other => broken(
                "link-scheme",
                message!("a link cannot lead to `{destination}`", "`{destination}`へはリンクできません"),
                message!(
                    "links lead to `https:`, `http:`, `mailto:` or, by a relative path, to files of this conference",
                    "リンク先は`https:`、`http:`、`mailto:`か、相対パスで書いたサイト内のファイルです"
                ),
            ),
        };
        match target {
            Target::External => {
                self.external.push((span, destination.clone()));
                Some(Link { href: escape::url(&destination), destination: Destination::Elsewhere })
            }
            Target::Internal { url, path, fragment, remarks } => {
                self.remark(remarks, &span);
                let href = with_fragment(&url, fragment.as_deref());
                if let Some(fragment) = fragment.filter(|fragment| !fragment.is_empty()) {
                    self.anchors.push(Anchor { span, path, fragment: escape::percent_decoded(&fragment) });
                }
                Some(Link { href, destination: Destination::Here })
            }
            Target::SameFile { fragment } => {
                let href = with_fragment("", Some(&fragment));
                self.fragments.push((span, fragment));
                Some(Link { href, destination: Destination::Here })
            }
            Target::Broken { code, message, help } => {
                self.error(code, span, message, help);
                None
            }
        }
    }

    /// Resolves an image; reports a broken one, and returns `None`.
    pub(super) fn image(&mut self, destination: &str, span: &Range<usize>) -> Option<Shown> {
        let span = self.narrowed(destination, span);
        let destination = without_controls(destination);
        let target = match Scheme::of(&destination) {
            Scheme::None => self.resolve.image(&destination),
            _ => Image::Elsewhere,
        };
        match target {
            Image::File { path, size, remarks } => {
                self.remark(remarks, &span);
                Some(Shown::File(escape::url(&url::asset(&path)), size))
            }
            Image::Picture { renditions, tint, remarks, .. } => {
                self.remark(remarks, &span);
                Some(Shown::Picture(renditions, tint))
            }
            Image::Elsewhere => {
                let message = message!(
                    "`{destination}` is not a file of this conference",
                    "`{destination}`はこのサイトのファイルではありません"
                );
                let help = message!(
                    "put the image beside the Markdown file and write its name: nothing is loaded from elsewhere",
                    "画像をMarkdownファイルと同じフォルダーに置き、その名前を書いてください。ほかのサイトからは読み込みません"
                );
                self.error("external-image", span, message, help);
                None
            }
            Image::Broken(Remark { code, message, help }) => {
                self.error(code, span, message, help);
                None
            }
        }
    }

    fn remark(&mut self, remarks: Vec<Remark>, span: &Range<usize>) {
        for Remark { code, message, help } in remarks {
            self.warning(code, span.clone(), message, help);
        }
    }

    /// The span of the destination within the link, if it is written there.
    fn narrowed(&self, destination: &str, link: &Range<usize>) -> Range<usize> {
        if destination.is_empty() {
            return link.clone();
        }
        match self.file[link.clone()].rfind(destination) {
            Some(place) => link.start + place..link.start + place + destination.len(),
            None => link.clone(),
        }
    }
}

enum Scheme {
    None,
    Web,
    Mail,
    Other,
}

impl Scheme {
    fn of(destination: &str) -> Self {
        // Browsers treat `//` as a URL with the page's scheme, and a backslash as a slash.
        if destination.len() >= 2 && destination.bytes().take(2).all(|byte| matches!(byte, b'/' | b'\\')) {
            return Self::Other;
        }
        let Some((scheme, _)) = destination.split_once(':') else { return Self::None };
        let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
        match scheme.to_ascii_lowercase().as_str() {
            _ if !is_scheme => Self::None,
            "http" | "https" => Self::Web,
            "mailto" => Self::Mail,
            _ => Self::Other,
        }
    }
}

fn has_host(destination: &str) -> bool {
    let host = destination.split_once("://").map(|(_, host)| host);
    host.is_some_and(|host| host.starts_with(|first: char| first.is_alphanumeric() || first == '['))
}

/// Removes characters that browsers ignore: `java\tscript:` would be a scheme for them and a path for us.
fn without_controls(destination: &str) -> String {
    destination.trim().chars().filter(|character| !character.is_control()).collect()
}

fn with_fragment(url: &str, fragment: Option<&str>) -> String {
    match fragment {
        Some(fragment) => format!("{}#{}", escape::url(url), escape::url(fragment)),
        None => escape::url(url),
    }
}

fn broken(code: &'static str, message: Message, help: Message) -> Target {
    Target::Broken { code, message, help }
}
