//! Receives the nodes of html5ever's tree builder.

use std::{
    borrow::Cow,
    cell::{Cell, RefCell},
    rc::Rc,
};

use html5ever::{
    Attribute, ExpandedName, QualName,
    interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink},
    tendril::StrTendril,
};

use super::{Data, Node, Tree};

/// A tree under construction.
#[derive(Debug)]
pub(super) struct TreeMaker {
    nodes: RefCell<Vec<Node>>,
    line: Cell<u64>,
    /// The depth of the open elements.
    depth: Cell<usize>,
}

/// The place of a node, with its name if it is an element.
#[derive(Clone, Debug)]
pub(super) struct Handle {
    place: usize,
    name: Option<Rc<QualName>>,
}

/// The place of the root.
const ROOT: Handle = Handle { place: 0, name: None };

impl Default for TreeMaker {
    fn default() -> Self {
        let root = Node { data: Data::Root, children: Vec::new(), line: 1, parent: None, depth: 0 };
        Self { nodes: RefCell::new(vec![root]), line: Cell::new(1), depth: Cell::new(0) }
    }
}

impl TreeMaker {
    /// The depth of the open elements.
    pub(super) fn depth(&self) -> usize {
        self.depth.get()
    }

    fn create(&self, data: Data, name: Option<QualName>) -> Handle {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { data, children: Vec::new(), line: self.line.get(), parent: None, depth: 0 });
        Handle { place: nodes.len() - 1, name: name.map(Rc::new) }
    }

    /// Inserts a child at an index, or at the end.
    fn insert(&self, parent: usize, index: Option<usize>, child: NodeOrText<Handle>) {
        let mut nodes = self.nodes.borrow_mut();
        let index = index.unwrap_or_else(|| nodes[parent].children.len());
        let child = match child {
            NodeOrText::AppendNode(node) => {
                detach(&mut nodes, node.place);
                node.place
            }
            NodeOrText::AppendText(text) => {
                // Adjacent texts are one.
                let before = index.checked_sub(1).and_then(|index| nodes[parent].children.get(index).copied());
                if let Some(Node { data: Data::Text(known), .. }) = before.map(|before| &mut nodes[before]) {
                    known.push_str(&text);
                    return;
                }
                let data = Data::Text(text.to_string());
                nodes.push(Node { data, children: Vec::new(), line: self.line.get(), parent: None, depth: 0 });
                nodes.len() - 1
            }
        };
        let depth = nodes[parent].depth + 1;
        (nodes[child].parent, nodes[child].depth) = (Some(parent), depth);
        let index = index.min(nodes[parent].children.len());
        nodes[parent].children.insert(index, child);
        if matches!(nodes[child].data, Data::Element(..)) {
            self.depth.set(depth);
        }
    }
}

/// Takes a node out of its parent. Nodes that move are usually the last ones.
fn detach(nodes: &mut [Node], place: usize) -> Option<()> {
    let parent = nodes[place].parent.take()?;
    let index = nodes[parent].children.iter().rposition(|&child| child == place)?;
    nodes[parent].children.remove(index);
    Some(())
}

impl TreeSink for TreeMaker {
    type Handle = Handle;
    type Output = Tree;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Tree {
        let mut nodes = self.nodes.into_inner();
        // The root of a fragment is an `html` element, and its children are the fragment.
        if let [only] = *nodes[0].children {
            nodes[0].children = std::mem::take(&mut nodes[only].children);
        }
        Tree { nodes }
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        ROOT
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        target.name.as_deref().map(QualName::expanded).unwrap_or_else(|| unreachable!("only elements have names"))
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Handle {
        self.create(Data::Element(name.local.to_ascii_lowercase().to_string(), attributes), Some(name))
    }

    fn create_comment(&self, text: StrTendril) -> Handle {
        self.create(Data::Comment(text.to_string()), None)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.create(Data::Comment(String::new()), None)
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.insert(parent.place, None, child);
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        let has_parent = self.nodes.borrow()[element.place].parent.is_some();
        match has_parent {
            true => self.append_before_sibling(element, child),
            false => self.append(previous, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn pop(&self, node: &Handle) {
        self.depth.set(self.nodes.borrow()[node.place].depth.saturating_sub(1));
    }

    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one.place == other.place
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        if let NodeOrText::AppendNode(node) = &child {
            detach(&mut self.nodes.borrow_mut(), node.place);
        }
        let parent = self.nodes.borrow()[sibling.place].parent;
        let Some(parent) = parent else { return };
        let index = self.nodes.borrow()[parent].children.iter().rposition(|&child| child == sibling.place);
        self.insert(parent, index, child);
    }

    fn add_attrs_if_missing(&self, _: &Handle, _: Vec<Attribute>) {}

    fn remove_from_parent(&self, target: &Handle) {
        detach(&mut self.nodes.borrow_mut(), target.place);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        let mut nodes = self.nodes.borrow_mut();
        let children = std::mem::take(&mut nodes[node.place].children);
        let depth = nodes[new_parent.place].depth + 1;
        for &child in &children {
            (nodes[child].parent, nodes[child].depth) = (Some(new_parent.place), depth);
        }
        nodes[new_parent.place].children.extend(children);
    }

    fn set_current_line(&self, line: u64) {
        self.line.set(line);
    }
}
