//! Reads `program/releases.yaml`, and reports its problems.

use jiff::Timestamp;

use super::{Change, Facts, Release, Releases};
use crate::{
    Language, Slug, Text,
    diagnostic::{Problems, Words, words},
    front_matter::{Entry, Fields, Map, Node, Value, parse},
    message,
    nearest::Search,
    read::{FieldReader, START_EXAMPLE},
};

/// The lines that git leaves between two versions of a file.
const MARKS: [&str; 3] = ["<<<<<<< ", "=======", ">>>>>>> "];

/// Reads the releases. A release or a session with errors is reported and left out.
pub(crate) fn read(file: &str, default: &Language, search: &Search, problems: &Problems) -> Releases {
    if let Some(place) = conflict(file) {
        let line = file[place..].lines().next().unwrap_or_default().len();
        problems.error(
            "merge-conflict",
            place..place + line,
            message!("git could not merge two versions of this file", "gitが2つの版を統合できず、両方が残っています"),
            message!(
                "keep the releases of both versions, the older one first, and remove the three lines with `<<<<<<<`, `=======` and `>>>>>>>`",
                "両方の版のリリースを古い順に残し、`<<<<<<<`、`=======`、`>>>>>>>`の3行を消してください"
            ),
        );
        return Releases::default();
    }
    let Some(map) = parse(file, 0..file.len(), problems) else { return Releases::default() };
    // Texts may be in languages that the event no longer has.
    let reader = Reader { fields: FieldReader { languages: None, file, problems, search }, default };
    let mut fields = Fields::of(&map, words!("a list of releases", "リリースの一覧"), 0..0, problems);
    let releases = fields.optional("releases", |node| Some(reader.fields.list(node, |node| reader.release(node))));
    fields.finish(search);
    Releases::of(releases.unwrap_or_default())
}

/// The place of the first line that git left.
fn conflict(file: &str) -> Option<usize> {
    let mut place = 0;
    file.split_inclusive('\n').find_map(|line| {
        let start = place;
        place += line.len();
        let is_mark = MARKS.iter().any(|mark| line.starts_with(mark));
        is_mark.then_some(start)
    })
}

struct Reader<'a> {
    fields: FieldReader<'a>,
    default: &'a Language,
}

impl<'a> Reader<'a> {
    /// The fields of a map; `None` for any other value, which is reported.
    fn map(&self, node: &'a Node, owner: Words) -> Option<(&'a Map, Fields<'a>)> {
        if let Value::Map(map) = &node.value {
            return Some((map, Fields::of(map, owner, node.span.clone(), self.fields.problems)));
        }
        self.fields.problems.error(
            "wrong-type",
            node.span.clone(),
            message!(
                "this must be {owner}, but is {found}",
                "ここには{owner}を書きますが、{found}になっています",
                owner = owner,
                found = node.value.name()
            ),
            message!(
                "restore the entry as `serverlessconf release` wrote it",
                "`serverlessconf release`が書いた形に戻してください"
            ),
        );
        None
    }

    fn release(&self, node: &'a Node) -> Option<Release> {
        let (_, mut fields) = self.map(node, words!("a release", "リリース"))?;
        let time = fields.required("time", "2016-09-20T01:00:00Z", |node| self.time(node));
        let message = fields.optional("message", |node| self.text(node));
        let changes = fields.optional("sessions", |node| self.changes(node)).unwrap_or_default();
        fields.finish(self.fields.search);
        Some(Release { time: time?, message, changes })
    }

    fn changes(&self, node: &'a Node) -> Option<Vec<Change>> {
        let (map, _) = self.map(node, words!("a list of sessions", "セッションの一覧"))?;
        Some(map.0.iter().filter_map(|entry| self.change(entry)).collect())
    }

    fn change(&self, entry: &'a Entry) -> Option<Change> {
        let session = Slug::parse(&entry.name);
        if session.is_none() {
            let name = &entry.name;
            self.fields.problems.error(
                "bad-slug",
                entry.place.clone(),
                message!("`{name}` cannot be the name of a session", "`{name}`はセッションの名前として使えません"),
                message!(
                    "restore the name that `serverlessconf release` wrote",
                    "`serverlessconf release`が書いた名前に戻してください"
                ),
            );
        }
        let (_, mut fields) = self.map(&entry.node, words!("a change of a session", "セッションの変更"))?;
        let sequence = fields.required("sequence", "0", |node| self.sequence(node));
        let was = fields.optional("was", |node| self.facts(node));
        let now = fields.optional("now", |node| self.facts(node));
        let written = ["was", "now"].map(|name| fields.place(name).is_some());
        if written == [false; 2] {
            fields.miss("now", "{ title: { en: Panel }, start: 2016-10-01 14:15 }");
        }
        fields.finish(self.fields.search);
        // Without facts that cannot be read, a change would be another one: a session would be new or gone.
        let is_whole = written == [was.is_some(), now.is_some()] && written != [false; 2];
        let change = Change { session: session?, sequence: sequence?, was, now };
        is_whole.then_some(change)
    }

    fn facts(&self, node: &'a Node) -> Option<Facts> {
        let (_, mut fields) = self.map(node, words!("the facts of a session", "セッションの内容"))?;
        let title = fields.required("title", "{ ja: 受付, en: Registration }", |node| self.text(node));
        let start = fields.required("start", START_EXAMPLE, |node| self.fields.date_time(node));
        let end = fields.optional("end", |node| self.fields.date_time(node));
        let room = fields.optional("room", |node| self.slug(node));
        let venue = fields.optional("venue", |node| self.text(node));
        let people = fields.optional("people", |node| Some(self.fields.list(node, |node| self.slug(node))));
        let canceled = fields.optional("canceled", |node| self.fields.truth(node)).unwrap_or_default();
        fields.finish(self.fields.search);
        Some(Facts {
            title: title?,
            start: start?.value,
            end: end.map(|end| end.value),
            room,
            venue,
            people: people.unwrap_or_default(),
            canceled,
        })
    }

    fn slug(&self, node: &'a Node) -> Option<Slug> {
        let help = || message!("use only a–z, 0–9 and hyphens", "a〜z、0〜9、ハイフンだけを使ってください");
        Some(
            self.fields
                .slug(node, words!("the name of a file or the id of a room", "ファイル名または会場のid"), help)?
                .value,
        )
    }

    /// A text. One without languages is in that of the event.
    fn text(&self, node: &'a Node) -> Option<Text> {
        match &node.value {
            Value::Text(_) => {
                let text = self.fields.scalar(node, words!("a text", "文"), "\"…\"")?;
                Some(Text::new(self.default.clone(), text.to_owned()))
            }
            _ => self.fields.text(node),
        }
    }

    fn time(&self, node: &'a Node) -> Option<Timestamp> {
        let text = self.fields.scalar(node, words!("a time", "日時"), "2016-09-20T01:00:00Z")?;
        let time = text.parse().ok();
        if time.is_none() {
            self.fields.problems.error(
                "bad-time",
                node.span.clone(),
                message!("`{text}` is not a time with its offset", "`{text}`は時差付きの日時ではありません"),
                message!("write it as `2016-09-20T01:00:00Z`", "`2016-09-20T01:00:00Z`のように書いてください"),
            );
        }
        time
    }

    fn sequence(&self, node: &'a Node) -> Option<u32> {
        let text = self.fields.scalar(node, words!("a number", "数"), "0")?;
        let number = text.parse().ok().filter(|number| *number < 1_000_000);
        if number.is_none() {
            self.fields.problems.error(
                "bad-number",
                node.span.clone(),
                message!("`{text}` is not a number of changes", "`{text}`は変更の回数ではありません"),
                message!("write it in digits, such as `0`", "数字で書いてください。例: `0`"),
            );
        }
        number
    }
}
