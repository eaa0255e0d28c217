//! Turns a tree of HTML into a document.

mod blocks;
mod code;
pub(super) mod links;

use html5ever::Attribute;
use url::Url;

use super::{
    elements::Element,
    tree::{Data, Node, Tree},
};
use crate::text::{
    builder::Builder,
    document::{Break, Container, Content, Inline, Kind, Mark},
    notes::Notes,
};

/// The treatment of scripts, which no page of this site runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scripts {
    /// They are shown as code, as blogs embed programs by them.
    Shown,
    /// They are left out and counted.
    LeftOut,
}

/// The state of reading.
pub(super) struct HtmlReader<'t> {
    pub(super) builder: Builder,
    pub(super) notes: Notes,
    /// The address of the page, against which links are resolved.
    base: Option<&'t Url>,
    scripts: Scripts,
    /// The number of scripts that were left out.
    pub(super) left_out: usize,
    /// The open containers.
    open: Vec<Open>,
    /// The open links, and how each is closed.
    anchors: Vec<Anchor>,
    /// The open marks, which every block within them repeats.
    marks: Vec<Mark>,
    /// The number of open tables.
    tables: usize,
    /// The number of open code elements.
    codes: usize,
}

/// An open container.
enum Open {
    /// A list: its number, the next position if it is ordered, and its last item.
    List(usize, Option<u64>, Option<Container>),
    Item,
    /// An item that continues for an inner list, and ends with it.
    Resumed,
    Quote,
    Note,
}

/// The action at the end of a link.
enum Anchor {
    /// The mark is closed; with the address.
    Close(String),
    Nothing,
    /// The address of the link is added as text.
    Tell(String),
}

/// A step of the way through a tree.
enum Step {
    Enter(usize),
    Leave(Element),
}

/// Whether the children of an element are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Descent {
    Into,
    Past,
}

fn attribute<'t>(attributes: &'t [Attribute], name: &str) -> &'t str {
    let found = attributes.iter().find(|attribute| &*attribute.name.local == name);
    found.map_or("", |attribute| attribute.value.trim())
}

fn has_class(attributes: &[Attribute], name: &str) -> bool {
    attribute(attributes, "class").split_whitespace().any(|class| class == name)
}

impl<'t> HtmlReader<'t> {
    pub(super) fn new(builder: Builder, notes: Notes, base: Option<&'t Url>, scripts: Scripts) -> Self {
        let (open, anchors, marks) = (Vec::new(), Vec::new(), Vec::new());
        Self { builder, notes, base, scripts, left_out: 0, open, anchors, marks, tables: 0, codes: 0 }
    }

    /// Reads a tree, without recursion.
    pub(super) fn read(&mut self, tree: &Tree) {
        let first = self.builder.line.max(1);
        let mut steps = Vec::new();
        push_children(tree, 0, &mut steps);
        while let Some(step) = steps.pop() {
            match step {
                Step::Leave(element) => self.end(element),
                Step::Enter(place) => {
                    let Some(node) = tree.node(place) else { continue };
                    let line = usize::try_from(node.line).unwrap_or(usize::MAX).saturating_sub(1);
                    self.builder.line = first.saturating_add(line);
                    self.enter(tree, place, node, &mut steps);
                }
            }
        }
        while self.leave() {}
    }

    fn enter(&mut self, tree: &Tree, place: usize, node: &Node, steps: &mut Vec<Step>) {
        let (name, attributes) = match &node.data {
            Data::Root => return,
            Data::Text(text) => return self.text(text),
            Data::Comment(text) => return self.comment(text),
            Data::Element(name, attributes) => (name, attributes),
        };
        // Names in other cases are those of drawings, whose words are read.
        let element = styled(Element::of(name).unwrap_or(Element::Span), attributes);
        let descent = match element {
            Element::Script => self.script(tree, place),
            Element::Preformatted => self.preformatted(tree, place, attributes),
            Element::Code => self.code(tree, place),
            Element::Superscript | Element::Subscript => self.raised(tree, place, element),
            Element::Table if self.tables == 0 && is_frame(tree, place) => {
                self.builder.end_paragraph();
                push_children(tree, place, steps);
                return;
            }
            Element::Table => {
                self.start(element, attributes);
                steps.push(Step::Leave(element));
                // The caption stands above the table, and is no cell.
                let is_caption = |child: &usize| matches!(tree.node(*child), Some(Node { data: Data::Element(name, _), .. }) if name == "caption");
                let (captions, rows): (Vec<usize>, Vec<usize>) =
                    node.children.iter().partition(|child| is_caption(child));
                steps.extend(rows.into_iter().rev().map(Step::Enter));
                steps.extend(captions.into_iter().rev().map(Step::Enter));
                return;
            }
            element => self.start(element, attributes),
        };
        if descent == Descent::Into {
            steps.push(Step::Leave(element));
            push_children(tree, place, steps);
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        if self.codes > 0 {
            self.repeat_marks();
            self.builder.push(Inline::Code(text.to_owned()));
            return;
        }
        for (place, line) in text.split('\n').enumerate() {
            if place > 0 && self.builder.has_text() {
                self.builder.end_line(Break::Soft);
            }
            let line = line.replace('\t', " ");
            // White space between blocks is the indentation of the source.
            if !line.trim().is_empty() || self.builder.has_text() {
                self.repeat_marks();
                self.builder.text(&line);
            }
        }
    }

    fn comment(&mut self, text: &str) {
        let text = text.trim();
        // Editors of office programs write their data as comments.
        let is_data = text.starts_with("[if ") || text.starts_with("[endif");
        if !text.is_empty() && text != "more" && !is_data && !self.builder.in_table() {
            self.builder.block(Content::Comment(text.to_owned()));
        }
    }

    /// Begins an element whose children are read without their tree.
    pub(super) fn start_tag(&mut self, element: Element, attributes: &[Attribute]) {
        self.start(element, attributes);
    }

    fn start(&mut self, element: Element, attributes: &[Attribute]) -> Descent {
        match element {
            Element::Block | Element::Heading(_) => self.builder.end_paragraph(),
            Element::List(order) => self.list(order, attributes),
            Element::Item => self.item(attributes),
            Element::Term => {
                self.item(attributes);
                self.mark(Mark::Strong);
            }
            Element::Description if self.builder.has_text() => self.builder.text(": "),
            Element::Description => self.builder.end_paragraph(),
            Element::Quote => self.enter_container(Open::Quote, Some(Kind::Quote)),
            Element::Table => {
                self.tables += 1;
                self.builder.end_paragraph();
            }
            Element::Row if self.tables == 1 => self.row(),
            Element::Row | Element::Cell if self.tables != 1 => self.builder.end_paragraph(),
            Element::Break if self.builder.has_text() => self.builder.end_line(Break::Hard),
            Element::Rule if !self.builder.in_table() => self.builder.block(Content::Rule),
            Element::Picture => self.picture(attributes),
            Element::Frame => {
                self.frame(attributes);
                return Descent::Past;
            }
            Element::Media => self.media(attributes),
            Element::Anchor => return self.anchor(attributes),
            Element::Strong => self.mark(Mark::Strong),
            Element::Emphasis => self.mark(Mark::Emphasis),
            Element::Strike => self.mark(Mark::Strike),
            Element::Quoted => self.text("“"),
            Element::Field if attribute(attributes, "type").eq_ignore_ascii_case("checkbox") => {
                let is_checked = attributes.iter().any(|attribute| &*attribute.name.local == "checked");
                self.text(if is_checked { "☑" } else { "☐" });
            }
            Element::Ruby => self.builder.text("{"),
            Element::RubyText => self.builder.text("|"),
            Element::RubyParenthesis | Element::Hidden => return Descent::Past,
            Element::Span if has_class(attributes, "footnote-delimiter") => return Descent::Past,
            _ => {}
        }
        Descent::Into
    }

    pub(super) fn end(&mut self, element: Element) {
        match element {
            Element::Block | Element::Caption => {
                self.builder.end_paragraph();
                if matches!(self.open.last(), Some(Open::Note)) {
                    self.leave();
                }
            }
            Element::Heading(level) => self.builder.end_heading(level),
            Element::List(_) => self.leave_to(|open| matches!(open, Open::List(..))),
            Element::Item => self.leave_to(|open| matches!(open, Open::Item)),
            Element::Quote => self.leave_to(|open| matches!(open, Open::Quote)),
            Element::Table => self.end_table(),
            Element::Cell if self.tables == 1 => self.builder.end_cell(),
            Element::Row | Element::Cell => self.builder.end_paragraph(),
            Element::Anchor => self.end_anchor(),
            Element::Strong | Element::Emphasis | Element::Strike | Element::Term => self.end_mark(),
            Element::Quoted => self.text("”"),
            Element::Ruby => self.builder.text("}"),
            Element::Code => self.codes = self.codes.saturating_sub(1),
            _ => {}
        }
    }

    fn mark(&mut self, mark: Mark) {
        self.repeat_marks();
        self.marks.push(mark.clone());
        self.builder.open(mark);
    }

    fn end_mark(&mut self) {
        self.marks.pop();
        self.builder.close();
    }

    /// Opens the marks around a block again, as each block closes all of them.
    fn repeat_marks(&mut self) {
        if !self.marks.is_empty() && self.builder.is_unmarked() {
            self.marks.iter().for_each(|mark| self.builder.open(mark.clone()));
        }
    }
}

/// The element that its style makes of an element: editors paste emphasis as styles.
fn styled(element: Element, attributes: &[Attribute]) -> Element {
    let style = attribute(attributes, "style").to_ascii_lowercase();
    if style.is_empty() {
        return element;
    }
    let value = |name: &str| {
        let declarations = style.split(';').filter_map(|one| one.split_once(':'));
        declarations.rev().find(|(own, _)| own.trim() == name).map(|(_, value)| value.trim().to_owned())
    };
    let weight = value("font-weight");
    let slant = value("font-style");
    let is_bold = |weight: &String| matches!(weight.as_str(), "bold" | "bolder" | "600" | "700" | "800" | "900");
    match element {
        Element::Strong if weight.as_ref().is_some_and(|weight| !is_bold(weight)) => Element::Span,
        Element::Emphasis if slant.as_deref() == Some("normal") => Element::Span,
        Element::Span if weight.as_ref().is_some_and(is_bold) => Element::Strong,
        Element::Span if slant.as_deref() == Some("italic") => Element::Emphasis,
        element => element,
    }
}

fn push_children(tree: &Tree, place: usize, steps: &mut Vec<Step>) {
    let children = tree.node(place).map_or(&[][..], |node| &node.children);
    steps.extend(children.iter().rev().map(|&child| Step::Enter(child)));
}

/// Whether a table has one cell, as those that only frame a text.
fn is_frame(tree: &Tree, place: usize) -> bool {
    tree.count(place, 2, |name| matches!(name, "td" | "th")) < 2
}
