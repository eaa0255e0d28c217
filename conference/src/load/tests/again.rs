//! A loader that has loaded before gives the same as one that loads for the first time.

use std::collections::BTreeMap;

use proptest::{prelude::*, sample::select};

use super::*;
use crate::load::Loader;

/// Files that refer to each other, each with texts between which an organiser may change: good ones, broken ones, and those
/// that change the answers for other files.
const FILES: [(&str, &[&str]); 9] = [
    (
        "program/event.md",
        &[
            EVENT,
            "---\nname: 会\ntimezone: Asia/Tokyo\ndays: [2016-10-01]\nlanguages: [en, ja]\n---\n\nSee [a](sessions/a.md).\n",
            "---\nname: 会\ntimezone: Asia/Tokyo\ndays: [2016-10-01]\nlanguages: [ja\n---\n",
            "---\nname: 会\ntimezone: Asia/Tokyo\ndays: [2016-10-01, 2016-10-02]\nlanguages: [ja, en, fr]\nrooms: [{ id: big, name: 大 }]\n---\n",
        ],
    ),
    (
        "program/speakers/a.md",
        &[
            "---\nname: 高橋花子\nphoto: a.jpg\n---\n\n[話](../sessions/a.md#start)の人。\n\n## 経歴 {#career}\n",
            "---\nname: Allan Espinosa\n---\n\n![x](a.jpg)\n",
            "---\nnmae: A\n---\n\nMail [me](mailto:a@example.org).\n",
            "---\nremoved: 本人の希望\n---\n",
        ],
    ),
    (
        "program/speakers/b.md",
        &["---\nname: 髙橋花子\n---\n\n[経歴](a.md#career)。Alan Espinosa.\n", "---\nname: B\n---\n"],
    ),
    (
        "program/sessions/a.md",
        &[
            "---\ntitle: 話\nformat: talk\nspeakers: [a]\nstart: 2016-10-01 10:00\nroom: hall\n---\n\n## 始め {#start}\n\n髙橋さん。\n",
            "---\ntitle: 話\nformat: talk\nspeakers: [a, c]\nstart: 2016-10-01 10:00\n---\n\n[ない](../../interviews/b.md)\n",
        ],
    ),
    (
        "interviews/a.md",
        &[
            "---\ntitle: 聞く\nspeaker: a\nsession: a\npublished: 2016-10-03\npictures: { a.jpg: 撮る人 }\n---\n\n---- なぜ？ {#why}\n\n![図](a.jpg)\n\n[別](b.md#why)と[資料](a.pdf)と[お知らせ](../news/a.md)\n",
            "---\ntitle: 聞く\nspeaker: a\npublished: 2016-10-03\nupdated: 2016-10-09\n---\n\n---- なぜ？ {#reason}\n\n![図](a.jpg)\n\n[誤り](aa.md)\n",
            "---\ntitle: 聞く\nspeaker: a\npublished: 2016-10-03\ndraft: true\n---\n\nまだ。\n",
        ],
    ),
    (
        "interviews/a.en.md",
        &[
            "---\ntitle: Asking\n---\n\n---- Why? {#why}\n\n![A figure](a.jpg) and [more](b.md)\n\nTwice.\n",
            "No front matter [x](#why).\n",
        ],
    ),
    (
        "interviews/b.md",
        &[
            "---\ntitle: また聞く\nspeaker: b\nseries: 連載\npublished: 2016-10-05\naliases: [old]\n---\n\n---- なぜなのですか？ {#why}\n\n[前](a.md#why)\n",
            "---\ntitle: また聞く\nspeaker: b\nseries: 連載\npublished: 2016-10-08\n---\n\n---- なぜ？\n\n[前](a.md#reason)\n",
        ],
    ),
    (
        "interviews/series/renzai.md",
        &["---\nname: 連載\nquestions: { why: なぜですか？ }\n---\n\n[最初](../a.md)から。\n"],
    ),
    (
        "news/a.md",
        &[
            "---\ntitle: お知らせ\npublished: 2016-10-04\n---\n\n[聞く](../interviews/a.md)\n\n![x](../interviews/a.jpg)\n",
            "---\ntitle: お知らせ\npublished: 2016-10-09\n---\n\n<script>\n",
        ],
    ),
];

const ASSETS: [&str; 3] = ["interviews/a.jpg", "program/speakers/a.jpg", "interviews/a.pdf"];

/// One change by an organiser, or the passing of time.
#[derive(Clone, Debug)]
enum Step {
    /// Writes one of the texts of a file.
    Write(usize, usize),
    Remove(usize),
    /// Moves the text of a file to the path of another one.
    Rename(usize, usize),
    /// Adds or removes a file that is not Markdown.
    Toggle(usize),
    /// Another photograph under the same name.
    Replace(usize),
    /// A day of October.
    Pass(i8),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let file = 0..FILES.len();
    let step = prop_oneof![
        6 => (file.clone(), 0..4usize).prop_map(|(file, text)| Step::Write(file, text)),
        1 => file.clone().prop_map(Step::Remove),
        1 => (file.clone(), file).prop_map(|(from, to)| Step::Rename(from, to)),
        2 => (0..ASSETS.len()).prop_map(Step::Toggle),
        1 => (0..ASSETS.len()).prop_map(Step::Replace),
        2 => select(vec![1_i8, 4, 6, 10]).prop_map(Step::Pass),
    ];
    proptest::collection::vec(step, 1..24)
}

/// Everything that a load gives, as text; maps without an order are sorted.
fn whole(loaded: Loaded) -> String {
    let Loaded { conference, diagnostics } = loaded;
    let maps = conference.map(|mut conference| {
        let moved: BTreeMap<_, _> =
            std::mem::take(&mut conference.moved).into_iter().map(|(page, to)| (format!("{page:?}"), to)).collect();
        let removed: BTreeMap<_, _> =
            std::mem::take(&mut conference.removed).into_iter().map(|(page, why)| (format!("{page:?}"), why)).collect();
        (moved, removed, conference)
    });
    format!("{maps:#?}\n{diagnostics:#?}")
}

fn text(path: &str, number: usize) -> &'static str {
    let texts = FILES.iter().find(|(known, _)| *known == path).map(|(_, texts)| *texts).unwrap_or_default();
    texts[number % texts.len()]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn a_load_after_changes_is_the_same_as_the_first_load_of_the_same_files(steps in steps()) {
        let mut files: BTreeMap<&str, &str> = FILES.iter().map(|(path, texts)| (*path, texts[0])).collect();
        let mut assets: BTreeMap<&str, u8> = ASSETS.iter().map(|path| (*path, 7)).collect();
        let mut day = 6;
        let mut loader = Loader::default();
        for step in steps {
            match step {
                Step::Write(file, number) => _ = files.insert(FILES[file].0, text(FILES[file].0, number)),
                Step::Remove(file) => _ = files.remove(FILES[file].0),
                Step::Rename(from, to) => if let Some(text) = files.remove(FILES[from].0) {
                    files.insert(FILES[to].0, text);
                },
                Step::Toggle(asset) => if assets.remove(ASSETS[asset]).is_none() {
                    assets.insert(ASSETS[asset], 7);
                },
                Step::Replace(asset) => if let Some(digest) = assets.get_mut(ASSETS[asset]) {
                    *digest = digest.wrapping_add(1);
                },
                Step::Pass(to) => day = to,
            }
            let mut sources = Sources {
                files: files.iter().map(|(path, text)| SourceFile::new(*path, text.as_bytes().to_vec())).collect(),
                assets: Vec::new(),
            };
            sources.assets.extend(assets.iter().map(|(path, digest)| Asset { digest: [*digest; 32], ..asset(path) }));
            let now = |_: &jiff::tz::TimeZone| jiff::civil::date(2016, 10, day).at(0, 0, 0, 0);
            // A preview is for organisers, and a server for visitors.
            for audience in [Audience::Visitors(&now), Audience::Organizers] {
                prop_assert_eq!(whole(loader.load(&sources, audience)), whole(load(&sources, audience)));
            }
        }
    }
}
