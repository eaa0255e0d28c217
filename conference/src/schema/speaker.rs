//! `program/speakers/<slug>.md`.

#![expect(dead_code, reason = "only described, never made")]

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::parts::{Credits, OneOrMany, Reason, Scalar, Url, Words, removable};

/// A person of the programme.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = removable)]
pub(super) struct Speaker {
    /// The name as printed.
    name: Words,
    /// The reading of the name in kana, by which Japanese lists are sorted.
    reading: Option<Scalar>,
    /// Company, university or community.
    organization: Option<Words>,
    /// Position there.
    role: Option<Words>,
    /// Where the person is on the web, each with its address.
    links: Option<BTreeMap<String, Option<Url>>>,
    /// A portrait: the name of a file beside this one, or that with credit and licence.
    photo: Option<Photo>,
    /// Who took the pictures in the text, by the names of their files; it stands under them.
    pictures: Option<Credits>,
    /// Spellings that look like a slip in the name of somebody and are none: no warning is given.
    allow: Option<OneOrMany<Scalar>>,
    /// Why there is no page of this person any more; its address answers with this reason.
    removed: Reason,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
enum Photo {
    File(Scalar),
    Credited(Credited),
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Credited {
    /// The name of a file beside this one.
    file: Scalar,
    /// Who took it.
    credit: Option<Scalar>,
    /// The terms under which it may be shown.
    licence: Option<Scalar>,
}
