//! The values that fields of several kinds share.

#![expect(dead_code, reason = "only described, never made")]

use std::collections::BTreeMap;

use schemars::JsonSchema;

/// Words: in the first language of the event, or once for each language.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum Words {
    One(String),
    Each(BTreeMap<String, String>),
}

/// One value, or a list.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum OneOrMany<T> {
    One(T),
    Many(Vec<T>),
}

/// The name of a file without its ending, or an id: a to z, 0 to 9 and hyphens.
#[derive(JsonSchema)]
#[schemars(transparent)]
pub(super) struct Slug(#[schemars(regex(pattern = r"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"))] String);

/// A day, such as 2016-10-01.
#[derive(JsonSchema)]
#[schemars(transparent)]
pub(super) struct Day(#[schemars(regex(pattern = r"^\d{4}-\d{2}-\d{2}$"))] String);

/// A language by its tag (BCP 47), such as ja.
#[derive(JsonSchema)]
#[schemars(transparent)]
pub(super) struct Language(#[schemars(regex(pattern = r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"))] String);

/// An address that begins with https:// or http://.
#[derive(JsonSchema)]
#[schemars(transparent)]
pub(super) struct Url(
    #[schemars(regex(pattern = r"^https?://"))]
    String,
);

/// A name with an address.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct NamedLink {
    /// The name.
    name: Words,
    /// Where it is on the web.
    url: Option<Url>,
}
