//! The JSON Schemas of front matter, for editors.

use conference::schema::{self, ItemKind};

use super::made::Made;

pub(super) fn schema(kind: ItemKind) -> Made {
    Made { media_type: "application/schema+json", body: schema::schema(kind).into() }
}
