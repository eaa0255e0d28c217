//! Damages of texts, and the parts that are left out.

use conference::diagnostic::Message;

use crate::{Damage, Skipped};

pub(super) fn damage(line: Option<usize>, message: Message, help: Message) -> Damage {
    Damage { line, column: None, message, help: Box::new(help) }
}

pub(super) fn skip(line: usize, reason: Message) -> Skipped {
    Skipped { line: Some(line), reason }
}
