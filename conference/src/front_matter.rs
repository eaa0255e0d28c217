//! The front matter of a file: YAML between `---` lines, as a tree that knows the place of every value.

mod cut;
mod fields;
mod parser;
mod syntax;
mod tree;

pub(crate) use cut::{Cut, Layout, cut};
pub(crate) use fields::Fields;
pub(crate) use parser::parse;
pub(crate) use tree::{Entry, Map, Node, Value};
