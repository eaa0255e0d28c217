//! Front matter: YAML between `---` lines, parsed into a tree in which every value has its place.

mod cut;
mod fields;
mod parser;
mod recovery;
mod syntax;
mod tree;

pub(crate) use cut::{Cut, Layout, cut};
pub(crate) use fields::Fields;
pub(crate) use parser::parse;
pub(crate) use recovery::{Extent, read};
pub(crate) use tree::{Entry, Map, Node, Value};
