//! The tree of values in front matter, with their places.

use std::ops::Range;

use crate::diagnostic::{Words, words};

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    /// Bytes of the whole file.
    pub(crate) span: Range<usize>,
    /// What stands there.
    pub(crate) value: Value,
}

/// What can stand in front matter. Numbers, dates and truth values are text until a field asks for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// Nothing: a name without a value.
    Empty,
    /// One value, as written.
    Text(String),
    /// Several.
    List(Vec<Node>),
    /// Names with values.
    Map(Map),
}

impl Value {
    /// What it is, for messages.
    pub(crate) fn name(&self) -> Words {
        match self {
            Self::Empty => words!("nothing", "空"),
            Self::Text(_) => words!("text", "文字列"),
            Self::List(_) => words!("a list", "リスト"),
            Self::Map(_) => words!("several fields", "複数のフィールド"),
        }
    }
}

/// Names with values, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Map(pub(crate) Vec<Entry>);

/// A name with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The name.
    pub(crate) name: String,
    /// Where the name stands.
    pub(crate) place: Range<usize>,
    /// The value.
    pub(crate) node: Node,
}
