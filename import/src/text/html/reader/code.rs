//! Code, scripts, and raised characters.

use html5ever::Attribute;

use super::{Descent, HtmlReader, Scripts, attribute};
use crate::text::{
    document::{Content, Inline, Mark},
    html::{
        elements::Element,
        tree::{Data, Tree},
    },
};

/// The text of code, with its links.
#[derive(Default)]
struct Listing {
    text: String,
    links: Vec<String>,
    /// Whether lines are ended by elements.
    has_breaks: bool,
}

impl Listing {
    fn of(tree: &Tree, place: usize) -> Self {
        let mut listing = Self::default();
        let children = |place: usize| tree.node(place).map_or(&[][..], |node| &node.children);
        let mut waiting: Vec<(usize, bool)> = children(place).iter().rev().map(|&child| (child, false)).collect();
        while let Some((place, is_end)) = waiting.pop() {
            match tree.node(place).map(|node| &node.data) {
                Some(Data::Text(text)) => listing.text.push_str(text),
                Some(Data::Element(name, attributes)) => {
                    match Element::of(name) {
                        Some(Element::Break) => {
                            listing.text.push('\n');
                            listing.has_breaks = true;
                        }
                        Some(Element::Block | Element::Item | Element::Row)
                            if !listing.text.is_empty() && !listing.text.ends_with('\n') =>
                        {
                            listing.text.push('\n');
                            listing.has_breaks = true;
                        }
                        Some(Element::Anchor) if !is_end => {
                            listing.links.push(attribute(attributes, "href").to_owned());
                        }
                        _ => {}
                    }
                    if !is_end && Element::of(name) != Some(Element::Break) {
                        waiting.push((place, true));
                        waiting.extend(children(place).iter().rev().map(|&child| (child, false)));
                    }
                }
                _ => {}
            }
        }
        listing
    }
}

impl HtmlReader<'_> {
    pub(super) fn script(&mut self, tree: &Tree, place: usize) -> Descent {
        let Listing { text, .. } = Listing::of(tree, place);
        match self.scripts {
            Scripts::Shown if !text.trim().is_empty() => {
                self.builder.block(Content::Code("html".to_owned(), format!("<script>{text}</script>")));
            }
            Scripts::Shown => {}
            Scripts::LeftOut => self.left_out += 1,
        }
        Descent::Past
    }

    pub(super) fn preformatted(&mut self, tree: &Tree, place: usize, attributes: &[Attribute]) -> Descent {
        let Listing { text, links, .. } = Listing::of(tree, place);
        let inner = tree.node(place).and_then(|node| tree.node(*node.children.first()?)).map(|node| &node.data);
        let inner = match inner {
            Some(Data::Element(_, attributes)) => attributes.as_slice(),
            _ => &[],
        };
        let named = |attributes: &[Attribute]| {
            let mut classes = attribute(attributes, "class").split_whitespace();
            let language = classes.find_map(|class| class.strip_prefix("language-").or(class.strip_prefix("lang-")));
            let own = Some(attribute(attributes, "data-lang")).filter(|language| !language.is_empty());
            own.or(language).map(str::to_owned)
        };
        let language = named(attributes).or_else(|| named(inner)).unwrap_or_default();
        if !text.trim().is_empty() {
            self.builder.block(Content::Code(language, text));
        }
        // Code has no links, so that they follow it.
        let links: Vec<_> = links.iter().filter_map(|link| self.resolved(link)).collect();
        for address in links {
            self.builder.open(Mark::Link(address.clone()));
            self.builder.text(&address);
            self.builder.close();
            self.builder.end_paragraph();
        }
        Descent::Past
    }

    pub(super) fn code(&mut self, tree: &Tree, place: usize) -> Descent {
        let listing = Listing::of(tree, place);
        if !listing.links.is_empty() {
            self.codes += 1;
            return Descent::Into;
        }
        match listing.has_breaks && !self.builder.in_table() {
            true => self.builder.block(Content::Code(String::new(), listing.text)),
            false if !listing.text.is_empty() => {
                self.repeat_marks();
                self.builder.push(Inline::Code(listing.text));
            }
            false => {}
        }
        Descent::Past
    }

    /// Raised and lowered digits have characters of their own: `10<sup>3</sup>` is 10³, and not 103.
    pub(super) fn raised(&mut self, tree: &Tree, place: usize, element: Element) -> Descent {
        // The number of a note leads to a place in the page, which is not kept.
        let Listing { text, links, .. } = Listing::of(tree, place);
        if links.iter().any(|link| !link.starts_with('#') || link.starts_with("#f")) || text.is_empty() {
            return Descent::Into;
        }
        let plain = "0123456789+-=()";
        let signs = if element == Element::Superscript {
            "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾"
        } else {
            "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"
        };
        let sign = |character: char| signs.chars().nth(plain.find(character)?);
        match text.chars().map(sign).collect::<Option<String>>() {
            Some(raised) => {
                self.text(&raised);
                Descent::Past
            }
            None => Descent::Into,
        }
    }
}
