//! How long it takes to read a conference from disk: files of 6 KB, a third each of speakers, sessions, interviews.
//!
//! `load_from_disk(1000)` is 1,000 speakers, 1,000 sessions and 1,000 interviews; `check` is the whole command with 1,000
//! items. `export_of_1000` makes documents for programs without compression. `SERVERLESSCONF_GENERATE=<dir>` writes such a
//! conference there instead, for other measurements: of 1,000, or of as many as `SERVERLESSCONF_ITEMS` says.

use std::{fmt::Write as _, fs, path::Path, process::Command, sync::Arc};

use app::{Preview, Site, Urls};
use conference::{
    load::{Audience, Loader, SourceFile},
    search,
    url::Export,
};
use server::{
    content::ContentFolder,
    pictures::{Cache, Pictures},
};

fn main() {
    if let Some(folder) = std::env::var_os("SERVERLESSCONF_GENERATE") {
        let items = std::env::var("SERVERLESSCONF_ITEMS").ok().and_then(|items| items.parse().ok());
        generate(Path::new(&folder), items.unwrap_or(1_000));
        return;
    }
    divan::main();
}

#[divan::bench(args = [100, 1_000, 10_000], sample_count = 5, sample_size = 1)]
fn load_from_disk(bencher: divan::Bencher<'_, '_>, count: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    generate(folder.path(), count);
    bencher.bench_local(|| {
        let loaded = ContentFolder::open(folder.path(), Pictures::new(Cache::of_user()))
            .expect("it exists")
            .read()
            .load(Audience::Organizers);
        let conference = loaded.conference.expect("a usable conference");
        assert_eq!(conference.interviews.len(), count);
        conference
    });
}

/// A load after the change of one file, in a conference of so many speakers, sessions and interviews.
#[divan::bench(args = [100, 1_000, 10_000], sample_count = 11, sample_size = 1)]
fn load_again(bencher: divan::Bencher<'_, '_>, count: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    generate(folder.path(), count);
    let mut content = ContentFolder::open(folder.path(), Pictures::new(Cache::of_user())).expect("it exists");
    let mut sources = content.read().sources;
    let changed = |file: &SourceFile| file.path == "interviews/interview-7.md";
    let place = sources.files.iter().position(changed).expect("it was written");
    let text = String::from_utf8(sources.files[place].bytes().to_vec()).expect("it is text");
    let mut loader = Loader::default();
    loader.load(&sources, Audience::Organizers);
    let mut edits = 0;
    bencher.bench_local(|| {
        edits += 1;
        let text = text.replace("Quick Chat", &format!("Chat {edits}"));
        sources.files[place] = SourceFile::new("interviews/interview-7.md", text);
        loader.load(&sources, Audience::Organizers)
    });
}

/// The documents for programs of a conference of so many sessions, made anew.
#[divan::bench(args = ["/schedule.xml", "/schedule.json", "/conference.json", "/sessions.json", "/sessions.json?q=session+99"], sample_count = 11, sample_size = 1)]
fn export_of_1000(bencher: divan::Bencher<'_, '_>, path: &str) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    generate(folder.path(), 1_000);
    let mut content = ContentFolder::open(folder.path(), Pictures::new(Cache::of_user())).expect("it exists");
    let conference = content.read().load(Audience::Organizers).conference.expect("a usable conference");
    let urls = Urls { base: "https://conference.example".to_owned(), ..Urls::default() };
    let site = Site::new(Arc::new(conference), Arc::new(urls), Preview::Off);
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let export = Export::parse(path, query).expect("an export");
    bencher.bench_local(|| app::exports::make(&site, &export).expect("it can be made"));
}

/// The search index of a conference of so many speakers, sessions and interviews.
#[divan::bench(args = [1_000, 10_000], sample_count = 5, sample_size = 1)]
fn search_index(bencher: divan::Bencher<'_, '_>, count: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    generate(folder.path(), count);
    let mut content = ContentFolder::open(folder.path(), Pictures::new(Cache::of_user())).expect("it exists");
    let conference = content.read().load(Audience::Organizers).conference.expect("a usable conference");
    bencher.bench_local(|| search::Index::new(&conference));
}

/// A search in a conference of 1,000 speakers, sessions and interviews, without its page.
#[divan::bench(args = ["運用", "サーバーレス 会場", "session 99", "ba", "verka", "nobody-says-so"])]
fn search_in_1000(bencher: divan::Bencher<'_, '_>, text: &str) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    generate(folder.path(), 1_000);
    let mut content = ContentFolder::open(folder.path(), Pictures::new(Cache::of_user())).expect("it exists");
    let conference = content.read().load(Audience::Organizers).conference.expect("a usable conference");
    let index = conference.search_index();
    let query = search::Query { text: text.to_owned(), ..Default::default() };
    bencher.bench_local(|| index.search(&conference, &query, conference.event.default_language()));
}

/// The program itself, from its start to its end, with as many items in all.
#[divan::bench(args = [1_000], sample_count = 11, sample_size = 1)]
fn check(bencher: divan::Bencher<'_, '_>, items: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    generate(folder.path(), items.div_ceil(3));
    bencher.bench_local(|| {
        let output = Command::new(env!("CARGO_BIN_EXE_serverlessconf"))
            .args(["check", "--cache"])
            .args([&folder.path().join("cache"), folder.path()])
            .output()
            .expect("the program runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    });
}

/// The size of a body, in bytes.
const BODY: usize = 6_000;
const DAYS: usize = 5;
const ROOMS: usize = 40;

/// Writes a conference of `count` speakers, sessions and interviews: the same bytes each time.
fn generate(root: &Path, count: usize) {
    let write = |path: String, text: String| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("the path has folders")).expect("folders can be made");
        fs::write(path, text).expect("files can be written");
    };
    let days: Vec<String> = (1..=DAYS).map(|day| format!("2030-06-{day:02}")).collect();
    let rooms: Vec<String> = (0..ROOMS).map(|room| format!("  - {{ id: room-{room}, name: Room {room} }}")).collect();
    write(
        "program/event.md".to_owned(),
        format!(
            "---\nname: Large Conference\nacronym: large\ntimezone: Asia/Tokyo\ndays: [{}]\nlanguages: [en, ja]\nrooms:\n{}\n---\n\nLarge.\n",
            days.join(", "),
            rooms.join("\n")
        ),
    );
    for number in 0..count {
        write(
            format!("program/speakers/speaker-{number}.md"),
            format!("---\nname: Speaker {number}\norganization: Company {}\n---\n\n{}", number % 97, prose(number)),
        );
        let day = &days[number % DAYS];
        let room = number / DAYS % ROOMS;
        // A room has a session every three minutes, so that ten thousand sessions do not overlap.
        let minute = number / DAYS / ROOMS * 3 % 840;
        let start = format!("{day} {:02}:{:02}", 8 + minute / 60, minute % 60);
        write(
            format!("program/sessions/session-{number}.md"),
            format!(
                "---\ntitle: Session {number} about サーバーレス\nformat: talk\nspeakers: [speaker-{number}]\nroom: room-{room}\nstart: {start}\nduration: 3m\nlanguage: en\ntags: [tag-{}]\n---\n\n{}",
                number % 50,
                prose(number)
            ),
        );
        write(
            format!("interviews/interview-{number}.md"),
            format!(
                "---\ntitle: Interview {number}\nspeaker: speaker-{number}\nsession: session-{number}\npublished: 2030-05-{:02}\n---\n\n{}",
                number % 28 + 1,
                questions(number)
            ),
        );
    }
}

/// Text with as many different words as prose has: in 6 KB about 450, of which some come again and again.
fn prose(number: usize) -> String {
    const SYLLABLES: [&str; 16] =
        ["ba", "co", "de", "fun", "ga", "ka", "la", "ment", "ni", "or", "pre", "ri", "sta", "ta", "ver", "zu"];
    // A linear congruential generator (Knuth, MMIX): the same words each time.
    let mut state = number as u64;
    let mut word = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let part = (state >> 33) as f64 / (1u64 << 31) as f64;
        let rank = (part.powi(4) * 4_000.0) as usize;
        let syllables = [rank % 16, rank / 16 % 16, rank / 256 % 16].map(|place| SYLLABLES[place]);
        syllables[..1 + usize::from(rank >= 16) + usize::from(rank >= 256)].concat()
    };
    let mut text = String::new();
    while text.len() < BODY {
        let mut words = |count: usize| (0..count).map(|_| word()).collect::<Vec<_>>().join(" ");
        writeln!(
            text,
            "{}, **{}**: {} `{}`, and [{}](https://example.org/{number}). {}. サーバーレスの{}について、会場で話しました。\n",
            words(9), words(1), words(14), words(1), words(2), words(12), words(1),
        )
        .expect("writing to a string cannot fail");
    }
    text
}

fn questions(number: usize) -> String {
    let mut text = String::from("An introduction.\n\n## Quick Chat\n\n");
    let mut question = 0;
    while text.len() < BODY {
        writeln!(text, "---- Question {question} of interview {number}? {{#question-{question}-of-{number}}}\n\nAn answer about *responsibility* and 運用, long enough to be read with some care by those who come years later.\n").expect("writing to a string cannot fail");
        question += 1;
    }
    text
}
