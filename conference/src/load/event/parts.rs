//! Reads the parts of an event: its languages, days, venue, rooms and tracks.

use jiff::civil::Date;

use crate::{
    Changeover, Language, Room, Slug, Text, Track, Venue,
    diagnostic::{Words, words},
    front_matter::{Extent, Fields, Node, Value},
    message,
    read::FieldReader,
};

/// Reads the languages, without repetitions.
pub(super) fn languages<'a>(reader: &FieldReader<'a>, node: &'a Node) -> Option<Vec<Language>> {
    let mut languages = Vec::new();
    for language in reader.values(node, |node| reader.language(node)) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    (!languages.is_empty()).then_some(languages)
}

/// Reads the days, in order and without duplicates; `None` if there is none.
pub(super) fn days<'a>(reader: &FieldReader<'a>, node: &'a Node) -> Option<Division<Date>> {
    let read = reader.list(node, |node| Some(if reader.is_several(node) { None } else { reader.date(node) }));
    if read.is_empty() {
        let help = message!(
            "write at least one date: `days: [2016-10-01]`",
            "日付を1つ以上書いてください: `days: [2016-10-01]`"
        );
        reader.problems.error(
            "missing-field",
            node.span.clone(),
            message!("the event has no day", "開催日がありません"),
            help,
        );
    }
    let written = read.len();
    let mut days: Vec<_> = read.into_iter().flatten().map(|day| day.value).collect();
    let repeated = days.len();
    days.sort_unstable();
    days.dedup();
    (!days.is_empty()).then(|| Division { written: written - (repeated - days.len()), all: days })
}

/// Reads the short name for exports.
pub(super) fn acronym<'a>(reader: &FieldReader<'a>, node: &'a Node) -> Option<String> {
    let text = reader.scalar(node, words!("a short name", "短い名前"), "serverlessconf2016")?;
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    if !text.bytes().all(allowed) {
        reader.problems.error(
            "bad-acronym",
            node.span.clone(),
            message!("`{text}` cannot be the short name of an event", "`{text}`はイベントの短い名前として使えません"),
            message!(
                "use only a–z, A–Z, 0–9, `-` and `_`, such as `serverlessconf2016`",
                "a〜z、A〜Z、0〜9、`-`、`_`だけを使ってください。例: `serverlessconf2016`"
            ),
        );
        return None;
    }
    Some(text.to_owned())
}

/// Derives a short name from the Latin letters of the name and the year.
pub(super) fn derive_acronym(name: &Text, days: &[Date]) -> String {
    let letters = |text: &str| -> String {
        text.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
    };
    let name = name.iter().map(|(_, text)| letters(text)).find(|letters| !letters.is_empty());
    let mut acronym = name.unwrap_or_else(|| String::from("conference"));
    if let Some(year) = days.first().map(|day| day.year().to_string())
        && !acronym.ends_with(&year)
    {
        acronym.push_str(&year);
    }
    acronym
}

/// Reads a hashtag, with or without `#`.
pub(super) fn hashtag<'a>(reader: &FieldReader<'a>, node: &'a Node) -> Option<String> {
    let text = reader.scalar(node, words!("a hashtag", "ハッシュタグ"), "serverlessconf")?;
    let tag = text.trim_start_matches(['#', '＃']);
    if tag.is_empty() || tag.contains(|character: char| character.is_whitespace() || character == '#') {
        let help = message!(
            "write one word without spaces, such as `serverlessconf`",
            "空白のない1語で書いてください。例: `serverlessconf`"
        );
        reader.problems.error(
            "bad-hashtag",
            node.span.clone(),
            message!("`{text}` is no hashtag", "`{text}`はハッシュタグとして使えません"),
            help,
        );
        return None;
    }
    Some(tag.to_owned())
}

/// Reads the venue.
pub(super) fn venue<'a>(reader: &FieldReader<'a>, node: &'a Node) -> Option<Venue> {
    if let Value::Text(_) = node.value {
        return Some(Venue { name: reader.text(node)?, address: None, access: None, location: None });
    }
    let mut fields = open(reader, node, words!("a venue", "会場"), "venue: { name: TABLOID }")?;
    let name = fields.required("name", "TABLOID", |node| reader.text(node));
    let address = fields.optional("address", |node| reader.text(node));
    let access = fields.optional("access", |node| reader.text(node));
    let location = fields.optional("location", |node| reader.location(node));
    fields.finish(reader.search);
    Some(Venue { name: name?, address, access, location })
}

/// Days, rooms or tracks.
pub(super) struct Division<T> {
    /// The entries without errors.
    pub(super) all: Vec<T>,
    /// The number of entries in the file.
    written: usize,
}

impl<T> Division<T> {
    /// A field that is not there. In broken front matter, it may be the broken part.
    pub(super) fn missing(extent: Extent) -> Self {
        Self { all: Vec::new(), written: usize::from(extent == Extent::Part) }
    }

    /// The ids or days to check other files against; `None` if an entry has errors.
    pub(super) fn known<K>(&self, id: impl Fn(&T) -> K) -> Option<Vec<K>> {
        (self.all.len() == self.written).then(|| self.all.iter().map(id).collect())
    }
}

/// Reads the rooms.
pub(super) fn rooms<'a>(reader: &FieldReader<'a>, node: &'a Node) -> Division<Room> {
    divide(reader, node, words!("a room", "部屋"), "{ id: hall, name: Hall }", |fields, id, name| {
        // A mistyped value is reported once, and not again as sessions that overlap.
        let shared = fields.node("shared").is_some_and(|node| reader.truth(node).unwrap_or(true));
        Room { id, name, shared }
    })
}

/// Reads the time that the change between two rooms takes.
pub(super) fn changeover<'a>(reader: &FieldReader<'a>, node: &'a Node, known: Option<&[Slug]>) -> Option<Changeover> {
    let mut fields = open(reader, node, words!("a changeover", "移動時間"), "{ rooms: [hall, annex], time: 12m }")?;
    let rooms = fields.required("rooms", "[hall, annex]", |node| {
        let rooms =
            reader.list(node, |node| reader.slug(node, words!("the id of a room", "部屋のid"), || ID.into()));
        for room in rooms.iter().filter(|room| known.is_some_and(|known| !known.contains(&room.value))) {
            reader.problems.error(
                "unknown-room",
                room.span.clone(),
                message!("the event has no room `{room}`", "イベントに部屋`{room}`はありません", room = room.value),
                message!("write an `id` from `rooms`", "`rooms`にある`id`を書いてください"),
            );
        }
        let rooms: Vec<_> = rooms.into_iter().map(|room| room.value).collect();
        let pair = <[Slug; 2]>::try_from(rooms).ok().filter(|[one, other]| one != other);
        if pair.is_none() {
            reader.problems.error(
                "bad-changeover",
                node.span.clone(),
                message!("a changeover is between two rooms", "移動時間は2つの部屋のあいだに書きます"),
                message!("write two ids: `rooms: [hall, annex]`", "idを2つ書いてください: `rooms: [hall, annex]`"),
            );
        }
        pair
    });
    let time = fields.required("time", "12m", |node| reader.duration(node));
    fields.finish(reader.search);
    Some(Changeover { rooms: rooms?, time: time?.value })
}

/// Reads the tracks.
pub(super) fn tracks<'a>(reader: &FieldReader<'a>, node: &'a Node) -> Division<Track> {
    divide(reader, node, words!("a track", "トラック"), "{ id: data, name: Data }", |fields, id, name| {
        let color = fields.optional("color", |node| reader.color(node));
        Track { id, name, color }
    })
}

const ID: Words = words!(
    "use only a–z, 0–9 and hyphens between them, such as `hall`",
    "a〜z、0〜9と、その間のハイフンだけを使ってください。例: `hall`"
);

fn divide<'a, T>(
    reader: &FieldReader<'a>,
    node: &'a Node,
    owner: Words,
    example: &str,
    build: impl Fn(&mut Fields<'a>, Slug, Text) -> T,
) -> Division<T> {
    let mut ids: Vec<Slug> = Vec::new();
    let read = |node: &'a Node| {
        let mut fields = open(reader, node, owner, example)?;
        let id = fields.required("id", "hall", |node| reader.slug(node, words!("an id", "id"), || ID.into()));
        let name = fields.required("name", "Hall", |node| reader.text(node));
        // A placeholder for the name, so that the other fields are checked; it is never published.
        let (id, named) = (id?, name.is_some());
        let name = name.unwrap_or_else(|| Text::new(reader.default_language(), String::new()));
        let built = build(&mut fields, id.value.clone(), name);
        fields.finish(reader.search);
        named.then_some((id, built))
    };
    let nodes = match &node.value {
        Value::List(nodes) => nodes.as_slice(),
        _ => std::slice::from_ref(node),
    };
    let mut all = Vec::new();
    for (id, value) in nodes.iter().filter_map(read) {
        if ids.contains(&id.value) {
            let message = message!(
                "there is already {owner} `{id}`",
                "`{id}`という{owner}がすでにあります",
                id = id.value,
                owner = owner
            );
            reader.problems.error(
                "duplicate-id",
                id.span,
                message,
                message!("give each its own id", "それぞれに別のidを付けてください"),
            );
        } else {
            ids.push(id.value);
            all.push(value);
        }
    }
    Division { all, written: nodes.len() }
}

/// Starts to read a value that must be a map.
fn open<'a>(reader: &FieldReader<'a>, node: &'a Node, owner: Words, example: &str) -> Option<Fields<'a>> {
    match &node.value {
        Value::Map(map) => Some(Fields::of(map, owner, node.span.clone(), reader.problems)),
        other => {
            reader.problems.error(
                "wrong-type",
                node.span.clone(),
                message!(
                    "{owner} must consist of fields, but this is {found}",
                    "{owner}にはフィールドを並べますが、ここは{found}になっています",
                    found = other.name(),
                    owner = owner
                ),
                message!("write `{example}`", "`{example}`のように書いてください"),
            );
            None
        }
    }
}
