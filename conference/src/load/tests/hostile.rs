//! Content that no organiser writes: nothing panics, nothing takes long.

use super::*;

/// A small generator of numbers, the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

#[test]
fn mutated_files_never_panic() {
    let pieces = [
        "---\n",
        "\n",
        "\r\n",
        " ",
        "\t",
        ": ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "\"",
        "'",
        "#",
        "&a ",
        "*a",
        "!x ",
        "|\n",
        ">\n",
        "?",
        "受",
        "\u{feff}",
        "\u{0}",
        "%",
        "@",
        "`",
        "...\n",
        "<<: ",
        "\\",
        ",",
        "99999999999",
        "-1",
        "ja",
        "program",
        "../",
        "\u{85}",
    ];
    let mut numbers = Numbers(7);
    let originals = [
        ("program/event.md", EVENT.to_owned()),
        (
            "program/sessions/a.md",
            session(
                "2016-10-01 10:00",
                "end: 10:30\nspeakers: [taro]\ntags: [a, 'b']\nlinks:\n  slides: https://a.b/\n",
            ),
        ),
        ("program/speakers/taro.md", speaker("{ ja: 太郎, en: \"Taro\" }")),
        ("interviews/taro.md", interview("taro", "2016-09-25", "session: a\nsource: { name: x, url: https://a.b/ }\n")),
        ("news/a.md", "---\ntitle: 例\npublished: 2016-09-25\ntags: [a]\n---\n\nhttps://a.b/\n".to_owned()),
    ];
    for _ in 0..1_000 {
        let mut sources = Sources::default();
        for (path, text) in &originals {
            let mut bytes = text.clone().into_bytes();
            for _ in 0..numbers.below(4) {
                let place = numbers.below(bytes.len() + 1);
                match numbers.below(4) {
                    0 if place < bytes.len() => _ = bytes.remove(place),
                    1 => bytes.truncate(place),
                    _ => {
                        let piece = pieces[numbers.below(pieces.len())].bytes();
                        bytes.splice(place..place, piece).for_each(drop);
                    }
                }
            }
            sources.files.push(SourceFile::new(*path, bytes));
        }
        for found in load_all(&sources).diagnostics {
            assert!(found.source.get(found.marked.clone()).is_some(), "{found:?}");
            let report = crate::diagnostic::render(&found, crate::diagnostic::Style::Plain, Default::default());
            assert!(report.contains(found.code), "{report}");
        }
    }
}

#[test]
fn aliases_cannot_fill_the_memory() {
    let mut bomb = String::from("---\na: &a [x, x, x, x, x, x, x, x, x]\n");
    for (name, of) in ('b'..='z').zip('a'..='y') {
        bomb += &format!("{name}: &{name} [*{of}, *{of}, *{of}, *{of}, *{of}, *{of}, *{of}, *{of}, *{of}]\n");
    }
    bomb += "---\n";
    let loaded = load_all(&sources(&[("program/sessions/a.md", &bomb)]));
    assert!(loaded.diagnostics.iter().any(|found| found.code == "front-matter-syntax"));
}

#[test]
fn large_files_are_refused() {
    let text = session("2016-10-01 10:00", "") + &"あ".repeat(400_000);
    let loaded = load_all(&sources(&[("program/sessions/a.md", &text)]));
    assert_eq!(codes(&loaded.diagnostics), [("program/sessions/a.md", "too-large")]);
}

#[test]
fn a_file_of_problems_is_cut_short() {
    let text = session("2016-10-01 10:00", &(0..1_000).map(|number| format!("x{number}: y\n")).collect::<String>());
    let loaded = load_all(&sources(&[("program/sessions/a.md", &text)]));
    assert_eq!(loaded.diagnostics.len(), 201);
    assert_eq!(loaded.diagnostics[0].code, "too-many-problems");
}

#[test]
fn ten_thousand_conflicts_and_slips_are_all_found() {
    let mut files: Vec<(String, String)> = (0..5_000)
        .map(|number| {
            let rest = format!("end: 18:00\nroom: hall\nspeakers: [taro, speaker-{number}x]\n");
            (format!("program/sessions/session-{number}.md"), session("2016-10-01 10:00", &rest))
        })
        .collect();
    files.push((String::from("program/speakers/taro.md"), speaker("太郎")));
    files.extend(
        (0..5_000).map(|number| (format!("program/speakers/speaker-{number}.md"), speaker(&format!("次郎 {number}")))),
    );
    let files: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let loaded = load_all(&sources(&files));
    // Each session but the first: its room and its speaker; each session: an unknown speaker.
    assert_eq!(loaded.diagnostics.len(), 4_999 * 2 + 5_000);
}
