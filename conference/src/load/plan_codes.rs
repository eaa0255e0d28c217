//! Reports sessions whose codes in plans are the same: a plan with one of them has the other one too.

use std::collections::BTreeMap;

use super::items::Items;
use crate::message;

pub(super) fn check(items: &Items<'_>) {
    let Some(event) = &items.event else { return };
    let mut known = BTreeMap::new();
    for opened in &items.sessions {
        let session = &opened.value.session;
        let path = opened.item.document.path;
        let Some(other) = known.insert(event.value.code(session.identity()), path) else { continue };
        opened.item.document.problems.warning(
            "plan-code-twice",
            opened.value.start.clone(),
            message!(
                "plans of attendees cannot distinguish this session from {other}: both have the same short code",
                "参加者のプランでは、このセッションと {other} を区別できません。短いコードが同じになるためです"
            ),
            message!(
                "before the programme is public, rename the file of one of them; later, add another name to its `aliases`, as the first one",
                "公開前であれば、どちらかのファイル名を変えてください。公開後は、どちらかの`aliases`の先頭に別の名前を追加してください"
            ),
        );
    }
}
