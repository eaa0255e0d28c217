//! The values that fields of several kinds share.

#![expect(dead_code, reason = "only described, never made")]

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema};
use serde_json::json;

/// A text.
// What YAML takes for a number or a truth value is one too, as it is written.
#[derive(JsonSchema)]
#[schemars(transparent, extend("type" = ["string", "number", "boolean"]))]
pub(super) struct Scalar(String);

/// Words: in the first language of the event, or once for each language.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum Words {
    One(Scalar),
    Each(BTreeMap<LanguageOfWords, Scalar>),
}

/// Why something is gone, in the first language of the event or once for each: words, and no answer such as `true`.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum Reason {
    One(ReasonInWords),
    Each(BTreeMap<LanguageOfWords, ReasonInWords>),
}

/// Words that are no answer to a question.
#[derive(JsonSchema)]
#[schemars(transparent, extend("type" = ["string", "number"]))]
pub(super) struct ReasonInWords(
    #[schemars(regex(pattern = r"^(?!\s*([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Yy][Ee][Ss]|[Nn][Oo])\s*$)"))] String,
);

/// A language before the words in it. `url` is a field of links, and would hide there that `name` is missing.
#[derive(JsonSchema)]
#[schemars(transparent)]
pub(super) struct LanguageOfWords(#[schemars(regex(pattern = r"^(?!url$)[a-z]{2,3}(-[a-z0-9]{2,8})*$"))] String);

/// One value, or a list.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum OneOrMany<T> {
    One(T),
    Many(Vec<T>),
}

/// The name of a file without its ending, or an id: a to z, 0 to 9 and hyphens.
#[derive(JsonSchema)]
#[schemars(transparent, extend("type" = ["string", "integer"], "minimum" = 0))]
pub(super) struct Slug(#[schemars(regex(pattern = r"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"))] String);

/// A word without commas, by which items are found.
#[derive(JsonSchema)]
#[schemars(transparent, extend("type" = ["string", "number", "boolean"]))]
pub(super) struct Tag(#[schemars(regex(pattern = r"^[^,|]+$"))] String);

/// A UUID, such as 0b5f8a4e-7c1d-4a51-9a27-3f1c52d0c9aa.
#[derive(JsonSchema)]
#[schemars(transparent)]
pub(super) struct Guid(#[schemars(regex(pattern = r"^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$"))] String);

/// A day, such as 2016-10-01.
#[derive(JsonSchema)]
#[schemars(transparent)]
pub(super) struct Day(#[schemars(regex(pattern = r"^(19[7-9]\d|[2-9]\d{3})-\d{2}-\d{2}$"))] String);

/// A day, such as 2016-09-25, or a minute of it, such as 2016-09-25 10:00.
#[derive(JsonSchema)]
#[schemars(transparent)]
pub(super) struct Publication(
    #[schemars(regex(pattern = r"^(19[7-9]\d|[2-9]\d{3})-\d{2}-\d{2}([T ] *\d{1,2}:\d{2}(:\d{2})?)?$"))] String,
);

/// A language by its tag (BCP 47), such as ja.
#[derive(JsonSchema)]
#[schemars(transparent)]
pub(super) struct Language(#[schemars(regex(pattern = r"^[a-z]{2,3}(-[a-z0-9]{2,8})*$"))] String);

/// `true` or `false`, in quotes as well.
#[derive(JsonSchema)]
#[schemars(transparent, extend("type" = ["boolean", "string"], "enum" = [true, false, "true", "false"]))]
pub(super) struct Truth(bool);

/// An address that begins with https://, http:// or mailto:.
// In any case, as telephones write `Https://`.
#[derive(JsonSchema)]
#[schemars(transparent)]
pub(super) struct Url(
    #[schemars(regex(pattern = r"^([Hh][Tt][Tt][Pp][Ss]?://[^/]|[Mm][Aa][Ii][Ll][Tt][Oo]:[^?#]*@)"))]
    String,
);

/// A name, in one or several languages, or that with an address.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum NameOrLink {
    Name(Words),
    Link(NamedLink),
}

/// A name with an address.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct NamedLink {
    /// The name.
    name: Words,
    /// Where it is on the web, or whom to write to.
    url: Option<Url>,
}

/// Who took pictures, by the names of their files.
pub(super) type Credits = BTreeMap<String, Credit>;

/// Who took a picture, or that with a licence.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum Credit {
    Name(Scalar),
    Licensed(Licensed),
}

/// Who took a picture, and the terms under which it is shown.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Licensed {
    /// Who took it.
    credit: Option<Scalar>,
    /// The terms under which it may be shown.
    licence: Option<Scalar>,
}

/// Lets a file that says why its item was removed leave out everything else.
///
/// What it says nevertheless is still described: it comes back with the item.
pub(super) fn removable(schema: &mut Schema) {
    let required = schema.remove("required");
    let mut required = required.and_then(|names| names.as_array().cloned()).unwrap_or_default();
    required.retain(|name| name != "removed");
    schema.insert("anyOf".to_owned(), json!([{ "required": required }, { "required": ["removed"] }]));
}
