//! The tree of front matter.

use std::ops::Range;

use crate::diagnostic::{Words, words};

/// A value with its span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    /// Bytes of the whole file.
    pub(crate) span: Range<usize>,
    /// The value.
    pub(crate) value: Value,
}

/// A value of front matter. Numbers, dates and booleans stay text until a field parses them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// A name without a value.
    Empty,
    /// A scalar, as written.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A map.
    Map(Map),
}

impl Value {
    /// Its type, for messages.
    pub(crate) fn name(&self) -> Words {
        match self {
            Self::Empty => words!("nothing", "空"),
            Self::Text(_) => words!("text", "文字列"),
            Self::List(_) => words!("a list", "リスト"),
            Self::Map(_) => words!("several fields", "複数のフィールド"),
        }
    }
}

/// A map, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Map(pub(crate) Vec<Entry>);

/// A name with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The name.
    pub(crate) name: String,
    /// The span of the name.
    pub(crate) place: Range<usize>,
    /// The value.
    pub(crate) node: Node,
}
