//! Parses HTML into a tree of limited depth, as browsers do.
//!
//! The nodes lie in one list and refer to each other by their places, so that neither building nor dropping a tree
//! recurses into nested input.

mod limits;
mod sink;

use html5ever::{
    Attribute, QualName, TokenizerResult, local_name, ns,
    tokenizer::{BufferQueue, Tokenizer, TokenizerOpts},
    tree_builder::{TreeBuilder, TreeBuilderOpts},
};

use self::{limits::Limited, sink::TreeMaker};

/// A tree of HTML.
#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
}

/// A node of a tree.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) data: Data,
    pub(super) children: Vec<usize>,
    /// The line of the source where it begins, from 1.
    pub(super) line: u64,
    parent: Option<usize>,
    depth: usize,
}

/// The data of a node.
#[derive(Debug)]
pub(super) enum Data {
    /// The root.
    Root,
    /// An element, by its name in lower case.
    Element(String, Vec<Attribute>),
    Text(String),
    Comment(String),
}

impl Tree {
    /// Parses a text.
    pub(super) fn parse(html: &str) -> Self {
        let sink = TreeMaker::default();
        let name = QualName::new(None, ns!(html), local_name!("div"));
        let context = html5ever::interface::create_element(&sink, name, Vec::new());
        let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
        let builder = TreeBuilder::new_for_fragment(sink, context, None, options);
        let tokenizer = Tokenizer::new(Limited::new(builder), TokenizerOpts::default());
        let input = BufferQueue::default();
        input.push_back(html.into());
        // Scripts are never run, and they are the only reason to stop before the end.
        while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
        tokenizer.end();
        tokenizer.sink.finish()
    }

    /// A node by its place; the root has the place 0.
    pub(super) fn node(&self, place: usize) -> Option<&Node> {
        self.nodes.get(place)
    }

    /// The number of descendants of a node for which a condition holds, counted up to a limit.
    pub(super) fn count(&self, place: usize, most: usize, is_meant: impl Fn(&str) -> bool) -> usize {
        let mut waiting = vec![place];
        let mut count = 0;
        while let Some(node) = waiting.pop().and_then(|place| self.node(place)) {
            for &child in &node.children {
                if let Some(Node { data: Data::Element(name, _), .. }) = self.node(child) {
                    count += usize::from(is_meant(name));
                    waiting.push(child);
                }
                if count >= most {
                    return count;
                }
            }
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use super::{Data, Tree};

    /// The names and words of a tree, with brackets for the nesting.
    fn outline(html: &str) -> String {
        fn push(tree: &Tree, place: usize, out: &mut String) {
            let node = tree.node(place).expect("it is there");
            match &node.data {
                Data::Root => {}
                Data::Element(name, _) => out.push_str(name),
                Data::Text(text) => return out.push_str(&format!("“{text}”")),
                Data::Comment(text) => return out.push_str(&format!("!{text}!")),
            }
            out.push('(');
            node.children.iter().for_each(|&child| push(tree, child, out));
            out.push(')');
        }
        let (tree, mut out) = (Tree::parse(html), String::new());
        push(&tree, 0, &mut out);
        out
    }

    #[test]
    fn elements_end_as_in_browsers() {
        for (html, expected) in [
            ("<p>a<p>b", "(p(“a”)p(“b”))"),
            ("<ul><li>a<li>b</ul>", "(ul(li(“a”)li(“b”)))"),
            ("<b>a<i>b</b>c</i>", "(b(“a”i(“b”))i(“c”))"),
            ("<table><tr><td>a<td>b</table>", "(table(tbody(tr(td(“a”)td(“b”)))))"),
            ("a<!-- b -->c", "(“a”! b !“c”)"),
            ("<table>a<tr><td>b</table>", "(“a”table(tbody(tr(td(“b”)))))"),
            ("a < b & c &eacute;&#8211;", "(“a < b & c é–”)"),
            ("<noscript><p>a</p></noscript>", "(noscript(p(“a”)))"),
        ] {
            assert_eq!(outline(html), expected, "{html}");
        }
    }

    #[test]
    fn unknown_tags_are_text() {
        assert_eq!(outline("Vec<String> and </foo>"), "(“Vec<string> and </foo>”)");
    }

    #[test]
    fn depth_is_limited() {
        for part in ["<div>", "<b a%>", "<ul><li>", "<table><tr><td>", "<p><b c%>", "<blockquote>", "<a href=%>"] {
            let html: String = (0..3_000).map(|number| part.replace('%', &number.to_string()) + "x").collect();
            let tree = Tree::parse(&html);
            assert!(tree.nodes.iter().all(|node| node.depth <= 300), "{part}");
            assert!(tree.nodes.len() < 200_000, "{part}: {}", tree.nodes.len());
        }
    }
}
