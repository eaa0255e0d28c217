//! Reads the parts of an event: its languages, days, venue, rooms and tracks.

use jiff::civil::Date;

use crate::{
    Language, Room, Slug, Text, Track, Venue,
    front_matter::{Fields, Node, Value},
    read::Reader,
};

/// Reads the languages, without repetitions.
pub(super) fn languages<'a>(reader: &Reader<'a>, node: &'a Node) -> Option<Vec<Language>> {
    let mut languages = Vec::new();
    for language in reader.list(node, |node| reader.language(node)) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    (!languages.is_empty()).then_some(languages)
}

/// Reads the days, in order and without repetitions; `None` where one of them is wrong.
pub(super) fn days<'a>(reader: &Reader<'a>, node: &'a Node) -> Option<Vec<Date>> {
    let read = reader.list(node, |node| Some(reader.date(node)));
    let mut days = read.into_iter().collect::<Option<Vec<_>>>()?;
    if days.is_empty() {
        let help = "write at least one date: `days: [2016-10-01]`";
        reader.problems.error("missing-field", node.span.clone(), "the event has no day", help);
        return None;
    }
    days.sort_by_key(|day| day.value);
    days.dedup_by_key(|day| day.value);
    Some(days.into_iter().map(|day| day.value).collect())
}

/// Reads the short name for exports.
pub(super) fn acronym<'a>(reader: &Reader<'a>, node: &'a Node) -> Option<String> {
    let text = reader.scalar(node, "a short name", "serverlessconf2016")?;
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    if !text.bytes().all(allowed) {
        reader.problems.error(
            "bad-acronym",
            node.span.clone(),
            format!("`{text}` cannot be the short name of an event"),
            "use only a–z, A–Z, 0–9, `-` and `_`, such as `serverlessconf2016`",
        );
        return None;
    }
    Some(text.to_owned())
}

/// A short name where the file gives none: the Latin letters of the name and the year.
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

/// Reads a hashtag; as people write it, with or without `#`.
pub(super) fn hashtag<'a>(reader: &Reader<'a>, node: &'a Node) -> Option<String> {
    let text = reader.scalar(node, "a hashtag", "serverlessconf")?;
    let tag = text.trim_start_matches(['#', '＃']);
    if tag.is_empty() || tag.contains(|character: char| character.is_whitespace() || character == '#') {
        let help = "write one word without spaces, such as `serverlessconf`";
        reader.problems.error("bad-hashtag", node.span.clone(), format!("`{text}` is no hashtag"), help);
        return None;
    }
    Some(tag.to_owned())
}

/// Reads where the event takes place.
pub(super) fn venue<'a>(reader: &Reader<'a>, node: &'a Node) -> Option<Venue> {
    if let Value::Text(_) = node.value {
        return Some(Venue { name: reader.text(node)?, address: None, access: None, location: None });
    }
    let mut fields = open(reader, node, "a venue", "venue: { name: TABLOID }")?;
    let name = fields.required("name", "TABLOID", |node| reader.text(node));
    let address = fields.optional("address", |node| reader.text(node));
    let access = fields.optional("access", |node| reader.text(node));
    let location = fields.optional("location", |node| reader.location(node));
    fields.finish(reader.search);
    Some(Venue { name: name?, address, access, location })
}

/// Rooms or tracks.
pub(super) struct Division<T> {
    /// Those that could be read.
    pub(super) all: Vec<T>,
    /// How many there are in the file.
    written: usize,
}

impl<T> Default for Division<T> {
    fn default() -> Self {
        Self { all: Vec::new(), written: 0 }
    }
}

impl<T> Division<T> {
    /// Their ids; `None` unless all could be read.
    pub(super) fn ids(&self, id: impl Fn(&T) -> Slug) -> Option<Vec<Slug>> {
        (self.all.len() == self.written).then(|| self.all.iter().map(id).collect())
    }
}

/// Reads the rooms.
pub(super) fn rooms<'a>(reader: &Reader<'a>, node: &'a Node) -> Division<Room> {
    divide(reader, node, "a room", "{ id: hall, name: Hall }", |_, id, name| Room { id, name })
}

/// Reads the tracks.
pub(super) fn tracks<'a>(reader: &Reader<'a>, node: &'a Node) -> Division<Track> {
    divide(reader, node, "a track", "{ id: data, name: Data }", |fields, id, name| {
        let color = fields.optional("color", |node| reader.color(node));
        Track { id, name, color }
    })
}

fn divide<'a, T>(
    reader: &Reader<'a>,
    node: &'a Node,
    owner: &'static str,
    example: &str,
    build: impl Fn(&mut Fields<'a>, Slug, Text) -> T,
) -> Division<T> {
    let mut ids: Vec<Slug> = Vec::new();
    let read = |node: &'a Node| {
        let mut fields = open(reader, node, owner, example)?;
        let id = fields.required("id", "hall", |node| reader.slug(node, "an id", "hall"));
        let name = fields.required("name", "Hall", |node| reader.text(node));
        // A placeholder for the name lets the other fields be checked; it is never published.
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
            let message = format!("there is already {owner} `{}`", id.value);
            reader.problems.error("duplicate-id", id.span, message, "give each its own id");
        } else {
            ids.push(id.value);
            all.push(value);
        }
    }
    Division { all, written: nodes.len() }
}

/// Begins to read a value that must consist of fields.
fn open<'a>(reader: &Reader<'a>, node: &'a Node, owner: &'static str, example: &str) -> Option<Fields<'a>> {
    match &node.value {
        Value::Map(map) => Some(Fields::of(map, owner, node.span.clone(), reader.problems)),
        other => {
            reader.problems.error(
                "wrong-type",
                node.span.clone(),
                format!("{owner} must consist of fields, but this is {}", other.name()),
                format!("write `{example}`"),
            );
            None
        }
    }
}
