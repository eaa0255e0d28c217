//! Parses YAML into a tree of values with their places.

use std::{collections::BTreeSet, ops::Range};

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use super::{
    recovery::report_twice,
    syntax,
    tree::{Entry, Map, Node, Value},
};
use crate::{diagnostic::Problems, message};

/// The deepest nesting that is accepted. Content needs four levels.
const DEEPEST: usize = 16;

/// Parses YAML. Returns `None`, with a problem reported, if it is too broken for any value to be trusted.
///
/// Anchors, aliases and tags are rejected: content does not need them, and a few lines of aliases can exhaust memory.
pub(crate) fn parse(file: &str, yaml: Range<usize>, problems: &Problems) -> Option<Map> {
    let text = &file[yaml.clone()];
    let places = Places::of(text, yaml.start);
    let mut builder = Builder { file, places: &places, problems, open: Vec::new(), root: None };
    for event in Parser::new_from_str(text) {
        match event {
            Ok((event, span)) => builder.add(event, span)?,
            Err(error) => {
                syntax::explain(file, &yaml, places.byte(error.marker().index()), error.info(), problems);
                return None;
            }
        }
    }
    match builder.root {
        None => Some(Map::default()),
        Some(Node { value: Value::Map(map), .. }) => Some(map),
        Some(Node { value: Value::Empty, .. }) => Some(Map::default()),
        Some(node) => {
            problems.error(
                "front-matter-syntax",
                node.span,
                message!("the front matter must consist of fields, but this is {found}", "フロントマターにはフィールドを並べますが、ここは{found}になっています", found = node.value.name()),
                message!("write one field a line, its name and value separated by a colon and a space: `title: Registration`", "1行に1つずつ、名前と値をコロンと空白で区切って書いてください: `title: 受付`"),
            );
            None
        }
    }
}

/// Converts the character offsets of the parser into byte offsets of the file.
struct Places {
    start: usize,
    /// The byte offset of every character and of the end; empty for ASCII, where both offsets are equal.
    bytes: Vec<usize>,
    length: usize,
}

impl Places {
    fn of(text: &str, start: usize) -> Self {
        let bytes = if text.is_ascii() {
            Vec::new()
        } else {
            text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect()
        };
        Self { start, bytes, length: text.len() }
    }

    fn byte(&self, character: usize) -> usize {
        let within = self.bytes.get(character).copied();
        self.start + within.unwrap_or(if self.bytes.is_empty() { character } else { self.length }).min(self.length)
    }
}

/// A list or map that is not closed yet.
enum Open {
    List { start: usize, nodes: Vec<Node> },
    Map { start: usize, entries: Vec<Entry>, names: BTreeSet<String>, key: Option<Node> },
}

struct Builder<'a> {
    file: &'a str,
    places: &'a Places,
    problems: &'a Problems,
    open: Vec<Open>,
    root: Option<Node>,
}

impl Builder<'_> {
    /// Handles an event; `None` stops parsing.
    fn add(&mut self, event: Event<'_>, span: Span) -> Option<()> {
        let (start, end) = (self.places.byte(span.start.index()), self.places.byte(span.end.index()));
        let span = start..end.max(start);
        match event {
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
            Event::DocumentStart(_) if self.root.is_some() => {
                self.problems.error(
                    "front-matter-syntax",
                    span,
                    message!("the front matter ends before this line", "フロントマターがこの行より前で終わっています"),
                    message!("remove the line `...` above", "上にある`...`の行を消してください"),
                );
                return None;
            }
            Event::DocumentStart(_) => {}
            Event::Alias(_) => {
                syntax::refuse(self.file, &span, self.problems);
                self.close(Node { span, value: Value::Empty });
            }
            Event::Scalar(text, style, anchor, tag) => {
                let span = self.end_at_quote(span, style);
                if anchor != 0 || tag.is_some() {
                    syntax::refuse(self.file, &span, self.problems);
                }
                let plain = style == ScalarStyle::Plain;
                let value = if plain && text.is_empty() { Value::Empty } else { Value::Text(text.into_owned()) };
                if plain {
                    syntax::check_comment(self.file, &span, &value, self.problems);
                }
                self.close(Node { span, value });
            }
            Event::SequenceStart(anchor, tag) => {
                if anchor != 0 || tag.is_some() {
                    syntax::refuse(self.file, &span, self.problems);
                }
                self.enter(Open::List { start, nodes: Vec::new() })?;
            }
            Event::MappingStart(anchor, tag) => {
                if anchor != 0 || tag.is_some() {
                    syntax::refuse(self.file, &span, self.problems);
                }
                self.enter(Open::Map { start, entries: Vec::new(), names: BTreeSet::new(), key: None })?;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let (start, value) = match self.open.pop()? {
                    Open::List { start, nodes } => (start, Value::List(nodes)),
                    Open::Map { start, entries, .. } => (start, Value::Map(Map(entries))),
                };
                let span = self.trim(start..end.max(start));
                self.close(Node { span, value });
            }
        }
        Some(())
    }

    fn enter(&mut self, open: Open) -> Option<()> {
        if self.open.len() == DEEPEST {
            let (Open::List { start, .. } | Open::Map { start, .. }) = open;
            self.problems.error(
                "front-matter-syntax",
                start..start + 1,
                message!("the front matter is nested too deeply", "フロントマターの入れ子が深すぎます"),
                message!(
                    "check the indentation and the brackets; no field needs that many levels",
                    "字下げと括弧を確かめてください。これほど深い入れ子が要るフィールドはありません"
                ),
            );
            return None;
        }
        self.open.push(open);
        Some(())
    }

    /// Adds a finished value to its parent.
    fn close(&mut self, node: Node) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List { nodes, .. }) => nodes.push(node),
            Some(Open::Map { key: key @ None, .. }) => *key = Some(node),
            Some(Open::Map { entries, names, key, .. }) => {
                let Some(key) = key.take() else { return };
                let Value::Text(name) = key.value else {
                    self.problems.error(
                        "front-matter-syntax",
                        key.span,
                        message!("this is no name of a field", "これはフィールドの名前として読めません"),
                        message!(
                            "write `name: value`; put a value that begins with `[`, `{{` or `?` in quotes",
                            "`名前: 値`の形で書いてください。`[`、`{{`、`?`で始まる値は引用符で囲みます"
                        ),
                    );
                    return;
                };
                if let (Some((name, value)), Value::Empty) = (name.split_once('：'), &node.value) {
                    self.problems.error(
                        "front-matter-syntax",
                        key.span,
                        message!("the colon after `{name}` is full-width", "`{name}`の後のコロンが全角です"),
                        message!(
                            "use the half-width colon and a space: `{name}: {value}`",
                            "半角のコロンと空白を使ってください: `{name}: {value}`",
                            value = value.trim()
                        ),
                    );
                    return;
                }
                if names.insert(name.clone()) {
                    entries.push(Entry { name, place: key.span, node });
                } else {
                    report_twice(&name, key.span, self.problems);
                }
            }
        }
    }

    /// The span of a value without what the parser includes by mistake: trailing white space, and a comment after a
    /// closing quote.
    fn end_at_quote(&self, span: Range<usize>, style: ScalarStyle) -> Range<usize> {
        let text = &self.file[span.clone()];
        let quote = match style {
            ScalarStyle::SingleQuoted => '\'',
            ScalarStyle::DoubleQuoted => '"',
            _ => return self.trim(span),
        };
        let mut characters = text.char_indices().skip(1).peekable();
        while let Some((place, character)) = characters.next() {
            match character {
                '\\' if quote == '"' => _ = characters.next(),
                // In single quotes, two quotes stand for one.
                _ if character == quote && quote == '\'' && characters.next_if(|next| next.1 == quote).is_some() => {}
                _ if character == quote => return span.start..span.start + place + 1,
                _ => {}
            }
        }
        self.trim(span)
    }

    /// A span without trailing white space, which the parser includes in some values.
    fn trim(&self, span: Range<usize>) -> Range<usize> {
        let text = &self.file[span.clone()];
        span.start..span.start + text.trim_end().len()
    }
}
