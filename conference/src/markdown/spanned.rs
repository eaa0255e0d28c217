//! Events of the parser with their places.

use std::ops::Range;

use pulldown_cmark::Event;

/// An event of the parser and its bytes in the file.
pub(super) type Spanned<'a> = (Event<'a>, Range<usize>);
