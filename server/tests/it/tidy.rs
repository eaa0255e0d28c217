//! The invariants of ARCHITECTURE.md that a compiler does not see, checked on the source text.

use std::{fs, path::Path};

use crate::site::repository;

/// Every source file of a folder, with its path below the repository.
fn sources(folder: &str, extension: &str) -> Vec<(String, String)> {
    fn collect(path: &Path, extension: &str, found: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(path).expect("the sources can be read") {
            let path = entry.expect("the sources can be read").path();
            if path.is_dir() {
                collect(&path, extension, found);
            } else if path.extension().is_some_and(|own| own == extension) {
                let text = fs::read_to_string(&path).expect("the sources are UTF-8");
                let name = path.strip_prefix(repository()).expect("below the repository").display().to_string();
                found.push((name, text));
            }
        }
    }
    let mut found = Vec::new();
    collect(&repository().join(folder), extension, &mut found);
    assert!(!found.is_empty(), "{folder} has sources");
    found
}

fn rust() -> impl Iterator<Item = (String, String)> {
    ["cards/src", "conference/src", "import/src", "app/src", "server/src", "server/tests"]
        .into_iter()
        .flat_map(|folder| sources(folder, "rs"))
}

/// The lines of a file before its tests.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

fn is_test(path: &str) -> bool {
    path.contains("/tests")
}

#[test]
fn the_domain_and_the_importers_do_no_io_and_know_no_framework_and_no_clock() {
    let banned = [
        "std::fs",
        "std::io",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "std::time",
        "leptos",
        "axum",
        "tokio",
        "Timestamp::now",
        "Zoned::now",
        "SystemTime",
        "Instant",
    ];
    let both = ["conference/src", "import/src"].into_iter().flat_map(|folder| sources(folder, "rs"));
    for (path, text) in both.filter(|(path, _)| !is_test(path)) {
        for line in code(&text).lines().filter(|line| !line.trim_start().starts_with("//")) {
            for word in banned {
                assert!(!line.contains(word), "{path}: {line}");
            }
        }
    }
}

#[test]
fn the_views_do_no_io_and_have_no_clock() {
    for (path, text) in sources("app/src", "rs") {
        for word in ["std::fs", "std::net", "std::env", "Timestamp::now", "Zoned::now", "SystemTime"] {
            assert!(!code(&text).contains(word), "{path}: {word}");
        }
    }
}

#[test]
fn urls_are_built_in_one_module() {
    for (path, text) in
        rust().filter(|(path, _)| path.contains("/src/") && !is_test(path) && !path.starts_with("conference/src/url"))
    {
        let starts = [
            "\"/schedule",
            "\"/sessions",
            "\"/speakers",
            "\"/interviews",
            "\"/news",
            "\"/series",
            "\"/questions/",
            "\"/tags",
            "\"/about",
            "\"/changes",
            "\"/now\"",
            "\"/screens",
            "\"/en",
            "\"/content",
            "\"/pictures",
            "\"/schema/",
        ];
        for start in starts {
            assert!(!code(&text).contains(start), "{path}: {start}");
        }
    }
}

#[test]
fn requests_are_read_as_resources_and_not_by_the_names_in_their_paths() {
    let folders = ["http", "page_cache", "handlers", "error_pages"].map(|name| format!("server/src/{name}/"));
    let files = ["http", "page_cache", "handlers", "error_pages", "router"].map(|name| format!("server/src/{name}.rs"));
    let answers =
        |path: &str| folders.iter().any(|folder| path.starts_with(folder)) || files.iter().any(|file| path == file);
    for (path, text) in sources("server/src", "rs").into_iter().filter(|(path, _)| answers(path) && !is_test(path)) {
        for name in [
            "schedule",
            "sessions",
            "speakers",
            "interviews",
            "news",
            "series",
            "questions",
            "tags",
            "about",
            "changes",
            "screens",
            "pictures",
            "schema",
        ] {
            assert!(!code(&text).contains(&format!("\"{name}\"")), "{path}: {name}");
        }
    }
}

#[test]
fn every_module_begins_with_what_it_is_for() {
    for (path, text) in rust() {
        assert!(text.starts_with("//! "), "{path}");
    }
    for (path, text) in sources("style", "css") {
        assert!(text.starts_with("/* ") || path == "style/main.css", "{path}");
    }
}

#[test]
fn files_stay_short() {
    for (path, text) in rust() {
        let lines = text.lines().count();
        assert!(lines <= 320, "{path}: {lines} lines");
    }
}

#[test]
fn no_test_is_ignored_and_nothing_sleeps() {
    // Other sites are not hurried: the one place that waits.
    let excepted = |path: &str| path.ends_with("tidy.rs") || path == "server/src/external/web.rs";
    for (path, text) in rust().filter(|(path, _)| !excepted(path)) {
        for word in ["#[ignore", "thread::sleep", "time::sleep"] {
            assert!(!text.contains(word), "{path}: {word}");
        }
    }
}
