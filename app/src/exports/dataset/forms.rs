//! The forms of values in the JSON Schemas of datasets.

use conference::{Format, Level};
use schemars::{Schema, SchemaGenerator, json_schema};

/// A date and time with its offset from UTC, such as `2016-10-01T10:10:00+09:00`.
pub(super) const INSTANT: &str = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$";

/// A date, such as `2016-10-01`.
pub(super) const DATE: &str = r"^\d{4}-\d{2}-\d{2}$";

/// The format of a session.
pub(super) fn format(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": Format::ALL.map(Format::name) })
}

/// The level of a session, or `null`.
pub(super) fn level(_: &mut SchemaGenerator) -> Schema {
    let levels = Level::ALL.map(|level| Some(level.name())).into_iter().chain([None]);
    json_schema!({ "type": ["string", "null"], "enum": levels.collect::<Vec<_>>() })
}
