//! The report as SARIF, for code scanning (OASIS, Static Analysis Results Interchange Format 2.1.0).

use std::collections::BTreeSet;

use conference::{
    diagnostic::{Diagnostic, ReportLanguage, Severity},
    url,
};
use serde_json::{Value, json};

use super::place::{Paths, end_column};

/// The address of the format's definition. Readers compare it as text.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The log file: one run, and one result for each problem.
pub(super) fn log(paths: &Paths, diagnostics: &[Diagnostic], language: ReportLanguage) -> Value {
    let rules: BTreeSet<_> = diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    let rules: Vec<_> = rules.into_iter().map(|id| json!({ "id": id })).collect();
    let results: Vec<_> = diagnostics.iter().map(|diagnostic| result(paths, diagnostic, language)).collect();
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "serverlessconf",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn result(paths: &Paths, diagnostic: &Diagnostic, language: ReportLanguage) -> Value {
    let level = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let mut location = json!({ "artifactLocation": { "uri": url::encode_path(&paths.of(diagnostic)) } });
    if diagnostic.line > 0 {
        location["region"] = json!({
            "startLine": diagnostic.line,
            "startColumn": diagnostic.column,
            "endLine": diagnostic.line,
            "endColumn": end_column(diagnostic),
        });
    }
    json!({
        "ruleId": diagnostic.code,
        "level": level,
        "message": { "text": format!("{}\n{}", diagnostic.message.text(language), diagnostic.help.text(language)) },
        "locations": [{ "physicalLocation": location }],
    })
}
