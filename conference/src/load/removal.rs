//! Removed items: the reasons for their removal, and their aliases.

use super::{
    aliases::Former,
    context::Context,
    dated,
    item::{Item, REMOVED},
};
use crate::{Text, message, url::Page};

/// Values that answer yes or no, instead of giving a reason.
const ANSWERS: [&str; 4] = ["true", "false", "yes", "no"];

/// Reads the reason for the removal of an item. Its other fields are not shown any more.
pub(super) fn read<'a>(item: &Item<'a>, page: Page, context: &Context<'a>) -> Option<(Text, Former<'a>)> {
    let (mut fields, reader) = (item.fields(), item.reader(context));
    let place = fields.node(REMOVED).map(|node| node.span.clone());
    if place.is_none() {
        fields.miss(REMOVED, "at the speaker's request");
    }
    let aliases = match item.schema.others.contains(&"aliases") {
        true => dated::aliases(&mut fields, &reader),
        false => Vec::new(),
    };
    let reason = item.optional_text(&mut fields, &reader, REMOVED)?;
    if let Some((_, answer)) = reason.iter().find(|(_, text)| ANSWERS.contains(&text.to_lowercase().as_str())) {
        let message = message!(
            "`{answer}` is no reason that visitors could be told",
            "`{answer}`は、来訪者に伝える理由になっていません"
        );
        let help = message!(
            "write why it was removed, such as `removed: at the speaker's request`; without the field it is published",
            "`removed: 本人の希望により`のように理由を書いてください。取り下げないなら、この行を消してください"
        );
        reader.problems.error("bad-removed", place.unwrap_or_default(), message, help);
        return None;
    }
    Some((reason, Former { document: item.document, page, aliases }))
}

/// Reports the field `removed` in translations of items that were not removed.
pub(super) fn check_translations(item: &Item<'_>) {
    for translation in &item.translations {
        let Some(removed) = translation.texts.iter().find(|text| text.name == REMOVED) else { continue };
        let path = item.document.path;
        let message = message!(
            "this removes nothing, as {path} does not say `removed`",
            "{path} に`removed`がないため、取り下げられていません"
        );
        let help = message!(
            "write `removed` in {path}: it is true of all languages; or remove it here",
            "すべての言語で取り下げるので、{path} に`removed`を書いてください。取り下げないならここから消してください"
        );
        translation.document.problems.warning("removed-in-translation", removed.place.clone(), message, help);
    }
}
