//! The schedule in JSON, by c3voc's JSON Schema.

use serde::Serialize;

use super::schedule::Schedule;

#[derive(Serialize)]
struct Document<'s> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    generator: Generator,
    schedule: &'s Schedule,
}

#[derive(Serialize)]
struct Generator {
    name: &'static str,
    version: &'static str,
}

/// Writes a schedule.
pub(super) fn write(schedule: &Schedule) -> String {
    let generator = Generator { name: "serverlessconf", version: env!("CARGO_PKG_VERSION") };
    let document = Document { schema: "https://c3voc.de/schedule/schema.json", generator, schedule };
    serde_json::to_string(&document).expect("every key is text") + "\n"
}
