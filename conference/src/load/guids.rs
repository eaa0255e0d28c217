//! Guids of sessions: each is a UUID of one session, since programs find a session by it.

use std::collections::BTreeMap;

use super::items::Items;
use crate::{
    Guid,
    diagnostic::words,
    front_matter::Node,
    guid, message,
    read::{FieldReader, Placed},
};

const EXAMPLE: &str = "0b5f8a4e-7c1d-4a51-9a27-3f1c52d0c9aa";

/// Reads a guid.
pub(super) fn read<'a>(reader: &FieldReader<'a>, node: &'a Node) -> Option<Placed<Guid>> {
    let text = reader.scalar(node, words!("a UUID", "UUID"), EXAMPLE)?;
    let value = guid::parse(text);
    if value.is_none() {
        reader.problems.error(
            "bad-guid",
            node.span.clone(),
            message!("`{text}` is no UUID", "`{text}`はUUIDではありません"),
            message!(
                "write the id of the tool that the session comes from, such as `{EXAMPLE}`, or remove the field",
                "取り込み元のツールのidを`{EXAMPLE}`の形で書くか、フィールドを消してください"
            ),
        );
    }
    Some(Placed { value: value?, span: node.span.clone() })
}

/// Reports guids of two sessions, and lets the first of them keep it. A session without the field has a derived guid.
pub(super) fn check(items: &mut Items<'_>) {
    let Items { event: Some(event), sessions, .. } = items else { return };
    let mut known: BTreeMap<Guid, &str> = BTreeMap::new();
    for opened in sessions.iter().filter(|opened| opened.value.guid.is_none()) {
        known.insert(event.value.guid(opened.value.session.identity()), opened.item.document.path);
    }
    for opened in sessions {
        let Some(Placed { value, span }) = opened.value.guid.clone() else { continue };
        let path = opened.item.document.path;
        let Some(owner) = known.get(&value) else {
            known.insert(value, path);
            continue;
        };
        opened.item.document.problems.error(
            "duplicate-guid",
            span,
            message!("{owner} has this guid already", "このguidはすでに {owner} のものです"),
            message!(
                "apps distinguish sessions by it; keep it in the file of the session that it came with, and remove it here",
                "アプリはguidでセッションを見分けます。もとのセッションのファイルだけに残し、ここからは消してください"
            ),
        );
        opened.value.session.guid = None;
    }
}
