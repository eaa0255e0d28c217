//! The revision: a digest by which states of the content are compared.

use std::fmt;

/// A digest of every source file and asset, independent of their order: equal inputs have equal revisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Revision(pub [u8; 32]);

impl fmt::Display for Revision {
    /// The first 16 hexadecimal digits, which are enough for URLs and logs.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0[..8].iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}
