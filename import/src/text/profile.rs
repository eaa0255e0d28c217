//! The head of an interview: the lines before the first question with the interviewee and other data.

mod words;

use super::{
    dates,
    document::{Content, Inline, Leaf, join, lines, plain},
    escape,
    name::Name,
    part::InterviewPart,
};

use self::words::{bare, is_profile, is_sentence};
pub(super) use self::words::{is_part, is_section};

/// The content before the first question.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) title: Option<String>,
    pub(super) people: Vec<Person>,
    pub(super) interviewer: Option<String>,
    pub(super) published: Option<String>,
    /// The name and the URL of the original publication.
    pub(super) source: Option<(String, Option<String>)>,
    /// The blocks that belong to no profile.
    pub(super) introduction: Vec<Leaf>,
}

/// A profile of an interviewee.
#[derive(Debug, Default)]
pub(super) struct Person {
    pub(super) name: Name,
    pub(super) organization: Option<String>,
    pub(super) role: Option<String>,
    /// Their kinds and URLs.
    pub(super) links: Vec<(String, String)>,
    pub(super) biography: Vec<Leaf>,
}

/// The fields of a head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Name,
    Reading,
    Organization,
    Role,
    /// The title of the interview, or the position of a person named before.
    Title,
    Published,
    Source,
    Interviewer,
    Link(&'static str),
}

/// The longest head of a text without questions, in blocks.
const LONGEST: usize = 60;

/// Takes the head out of `parts`.
pub(super) fn read(parts: &mut Vec<InterviewPart>) -> Head {
    let ends = |part: &InterviewPart| match part {
        InterviewPart::Question(_) => true,
        InterviewPart::Leaf(leaf) => heading(leaf).is_some_and(|words| is_section(&words)),
    };
    let ended = parts.iter().position(ends);
    let end = ended.unwrap_or(parts.len()).min(LONGEST);
    let has_field = |part: &InterviewPart| matches!(part, InterviewPart::Leaf(leaf) if fields_of(leaf));
    let mut head = Head::default();
    let Some(first) = parts[..end].iter().position(has_field) else { return head };
    let last = parts[..end].iter().rposition(has_field).unwrap_or(first);
    let next_heading = |part: &InterviewPart| matches!(part, InterviewPart::Leaf(leaf) if heading(leaf).is_some());
    let end = parts[last + 1..end].iter().position(next_heading).map_or(end, |place| last + 1 + place);
    // Without a question the end of the profile is unknown: only its fields are taken.
    let end = if ended.is_none() { last + 1 } else { end };
    let rest = parts.split_off(end);
    for part in std::mem::replace(parts, rest) {
        let InterviewPart::Leaf(leaf) = part else { continue };
        let words = leaf.paragraph().map(plain).or_else(|| heading(&leaf));
        if words.is_some_and(|words| is_profile(&words)) {
            continue;
        }
        let Some(leaf) = head.take(leaf) else { continue };
        match head.people.last_mut() {
            Some(person) => person.biography.push(leaf),
            None => head.introduction.push(leaf),
        }
    }
    head
}

/// Whether a word is the name of a field, and not of a person.
pub(super) fn is_key(name: &str) -> bool {
    key(name).is_some_and(|key| key != Key::Interviewer)
}

/// Whether a line is a field of a profile.
pub(super) fn is_field(line: &str) -> bool {
    field(line).is_some()
}

fn heading(leaf: &Leaf) -> Option<String> {
    match &leaf.content {
        Content::Heading(_, words) if leaf.within.is_empty() => Some(plain(words)),
        _ => None,
    }
}

fn fields_of(leaf: &Leaf) -> bool {
    match &leaf.content {
        Content::Paragraph(words) => plain(words).lines().any(|line| field(line).is_some()),
        Content::Table(rows) => rows.iter().any(|row| cells(row).is_some()),
        _ => false,
    }
}

fn key(name: &str) -> Option<Key> {
    let name = conference::fold::nfkc(bare(name).trim_start_matches(['・', '-', '*', ' '])).to_lowercase();
    Some(match name.as_str() {
        "名前" | "お名前" | "氏名" | "登壇者" | "話し手" | "ゲスト" | "name" | "full name" | "speaker" | "guest"
        | "interviewee" => Key::Name,
        "読み" | "よみ" | "読み方" | "よみがな" | "読みがな" | "読み仮名" | "ふりがな" | "フリガナ" | "reading" => {
            Key::Reading
        }
        "会社名" | "会社" | "所属" | "ご所属" | "勤務先" | "組織" | "団体" | "company" | "organization"
        | "organisation" | "affiliation" | "employer" => Key::Organization,
        "役職" | "お役職" | "肩書" | "肩書き" | "職種" | "職業" | "役割" | "role" | "position" | "job title"
        | "job" => Key::Role,
        "title" | "タイトル" => Key::Title,
        "公開日" | "掲載日" | "投稿日" | "日付" | "published" | "date" => Key::Published,
        "出典" | "初出" | "元記事" | "source" | "original" | "originally published" => Key::Source,
        "聞き手" | "インタビュアー" | "インタビューアー" | "interviewer" | "interview by" => {
            Key::Interviewer
        }
        "twitter" | "ツイッター" | "x" => Key::Link("twitter"),
        "github" => Key::Link("github"),
        "blog" | "ブログ" => Key::Link("blog"),
        "web" | "website" | "site" | "url" | "ウェブサイト" | "webサイト" | "ホームページ" => {
            Key::Link("website")
        }
        _ => return None,
    })
}

/// The field of a line, and the offset of its value.
fn field(line: &str) -> Option<(Key, &str)> {
    let place = line.char_indices().take(30).find(|(_, character)| matches!(character, ':' | '：'))?.0;
    let value = line[place..].trim_start_matches([':', '：']).trim();
    (!value.is_empty()).then_some((key(&line[..place])?, value)).filter(|(key, value)| key.takes(value))
}

fn cells(row: &[Vec<Inline>]) -> Option<(Key, String)> {
    let [name, value] = row else { return None };
    let value = plain(value).replace('\n', " ");
    (!value.trim().is_empty()).then_some((key(&plain(name))?, value)).filter(|(key, value)| key.takes(value))
}

impl Key {
    /// Whether a value is valid for a field; otherwise the line stays text.
    fn takes(self, value: &str) -> bool {
        match self {
            Self::Published => dates::written(value).is_some(),
            Self::Link(kind) => address(kind, value).is_some(),
            Self::Name => !Name::read(value).text.is_empty() && value.chars().count() <= 80 && !is_sentence(value),
            _ => value.chars().count() <= 300,
        }
    }
}

/// The URL of a link in a profile.
fn address(kind: &str, value: &str) -> Option<String> {
    let word = value.split_whitespace().next()?;
    let is_plain = |address: &&str| escape::is_address(address) && address.bytes().all(|byte| byte.is_ascii_graphic());
    if word.starts_with("http") {
        return Some(word).filter(is_plain).map(str::to_owned);
    }
    let handle = word.trim_start_matches(['@', '＠']);
    let is_handle =
        !handle.is_empty() && handle.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    let site = match kind {
        "twitter" => "https://twitter.com/",
        "github" => "https://github.com/",
        _ => return None,
    };
    is_handle.then(|| format!("{site}{handle}"))
}

impl Head {
    /// Takes the fields of a block; returns the rest of the block.
    fn take(&mut self, leaf: Leaf) -> Option<Leaf> {
        let Leaf { line, within, content } = leaf;
        let content = match content {
            Content::Paragraph(words) => {
                let mut left = Vec::new();
                for (words, end) in lines(words) {
                    let text = plain(&words);
                    match field(&text) {
                        Some((key, value)) if self.set(key, value) => {}
                        _ => left.push((words, end)),
                    }
                }
                let left = join(left);
                if left.is_empty() {
                    return None;
                }
                Content::Paragraph(left)
            }
            Content::Table(rows) => {
                let mut rows = rows;
                rows.retain(|row| !cells(row).is_some_and(|(key, value)| self.set(key, &value)));
                if rows.is_empty() {
                    return None;
                }
                Content::Table(rows)
            }
            content => content,
        };
        Some(Leaf { line, within, content })
    }

    /// Sets a field; `false` if it is already set.
    fn set(&mut self, key: Key, value: &str) -> bool {
        let value = value.trim();
        match key {
            Key::Title if self.people.is_empty() => return set(&mut self.title, value),
            Key::Published => return set(&mut self.published, &dates::written(value).unwrap_or_default()),
            Key::Interviewer => return set(&mut self.interviewer, value),
            Key::Source => {
                let address = value
                    .split(|c: char| c.is_whitespace() || matches!(c, '(' | '（' | ')' | '）'))
                    .find(|word| escape::is_address(word) && word.bytes().all(|byte| byte.is_ascii_graphic()));
                let name = address.map_or(value.to_owned(), |address| value.replace(address, ""));
                let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | '（' | ')' | '）' | ','));
                let host = |address: &str| address.split('/').nth(2).unwrap_or(address).to_owned();
                let name = if name.is_empty() { address.map(host).unwrap_or_default() } else { name.to_owned() };
                let is_new = self.source.is_none();
                self.source.get_or_insert((name, address.map(str::to_owned)));
                return is_new;
            }
            _ => {}
        }
        let is_next = key == Key::Name && self.people.last().is_some_and(|person| !person.name.text.is_empty());
        if self.people.is_empty() || is_next {
            self.people.push(Person::default());
        }
        let Some(person) = self.people.last_mut() else { return false };
        match key {
            Key::Name => {
                let reading = person.name.reading.take();
                person.name = Name::read(value);
                person.name.reading = person.name.reading.take().or(reading);
                true
            }
            Key::Reading => set(&mut person.name.reading, value),
            Key::Organization => set(&mut person.organization, value),
            Key::Link(kind) => {
                let is_new = !person.links.iter().any(|(known, _)| known == kind);
                if let (true, Some(address)) = (is_new, address(kind, value)) {
                    person.links.push((kind.to_owned(), address));
                }
                is_new
            }
            _ => set(&mut person.role, value),
        }
    }
}

fn set(field: &mut Option<String>, value: &str) -> bool {
    let is_new = field.is_none();
    field.get_or_insert_with(|| value.to_owned());
    is_new
}
