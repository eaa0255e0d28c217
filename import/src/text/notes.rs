//! Footnotes: matches references with texts.

use std::collections::HashMap;

use super::{
    builder::Builder,
    document::{Content, Inline, Kind, Leaf},
};

/// The footnotes of a text.
#[derive(Debug, Default)]
pub(super) struct Notes {
    numbers: HashMap<String, usize>,
    count: usize,
    /// Inline footnotes, which are moved to the end.
    texts: Vec<(usize, Vec<Leaf>)>,
}

impl Notes {
    /// The number for a reference.
    pub(super) fn refer(&mut self, label: &str) -> usize {
        self.number(label)
    }

    /// The number for a definition.
    pub(super) fn define(&mut self, label: &str) -> usize {
        self.number(label)
    }

    /// Adds an inline footnote.
    pub(super) fn inline(&mut self, text: Vec<Leaf>) -> usize {
        self.count += 1;
        self.texts.push((self.count, text));
        self.count
    }

    fn number(&mut self, label: &str) -> usize {
        let next = self.count + 1;
        let number = *self.numbers.entry(label.to_lowercase()).or_insert(next);
        self.count = self.count.max(number);
        number
    }

    /// Returns the document with the footnotes at its end.
    pub(super) fn append(self, mut builder: Builder) -> Vec<Leaf> {
        for (number, text) in self.texts {
            builder.enter(Kind::Note(number));
            for leaf in text {
                if let Content::Paragraph(inlines) = leaf.content {
                    inlines.into_iter().for_each(|inline| builder.push(inline));
                    builder.end_paragraph();
                }
            }
            builder.leave();
        }
        mend(builder.finish())
    }
}

/// Turns references without definition into text, and unreferenced or duplicate definitions into paragraphs.
fn mend(leaves: Vec<Leaf>) -> Vec<Leaf> {
    // The container of each note; a second definition is ignored.
    let mut texts: HashMap<usize, usize> = HashMap::new();
    for container in leaves.iter().flat_map(|leaf| &leaf.within) {
        if let Kind::Note(note) = container.kind {
            texts.entry(note).or_insert(container.number);
        }
    }
    let mut referred = std::collections::HashSet::new();
    let mut mended = leaves;
    for leaf in &mut mended {
        let runs: Vec<&mut Vec<Inline>> = match &mut leaf.content {
            Content::Paragraph(inlines) | Content::Heading(_, inlines) => vec![inlines],
            Content::Table(rows) => rows.iter_mut().flatten().collect(),
            _ => Vec::new(),
        };
        for inline in runs.into_iter().flatten() {
            if let Inline::Note(note) = inline {
                // A note that is only referenced by a note would hide both.
                let inside = leaf.within.iter().any(|container| matches!(container.kind, Kind::Note(_)));
                if texts.contains_key(note) && !inside {
                    referred.insert(*note);
                } else {
                    *inline = Inline::Text(format!("*{note}"));
                }
            }
        }
    }
    for leaf in &mut mended {
        let inner = leaf.within.iter().skip(1).any(|container| matches!(container.kind, Kind::Note(_)));
        leaf.within.retain(|container| match container.kind {
            Kind::Note(note) => !inner && referred.contains(&note) && texts.get(&note) == Some(&container.number),
            _ => true,
        });
    }
    mended
}
