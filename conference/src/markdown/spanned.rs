//! Parser events with spans.

use std::ops::Range;

use pulldown_cmark::Event;

/// A parser event, with its bytes in the file.
pub(super) type Spanned<'a> = (Event<'a>, Range<usize>);
