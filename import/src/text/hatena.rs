//! Parses Hatena's notation, <https://help.hatenablog.com/entry/text-hatena-list>, and the older one of Hatena Diary.
//!
//! Each line is a paragraph. Unknown notation stays as text.

mod words;

use super::{
    builder::Builder,
    document::{Content, Kind, Leaf, Mark},
    html,
    notes::Notes,
};

pub(super) use words::words;

/// Reads a text.
pub(super) fn read(text: &str) -> Vec<Leaf> {
    let lines: Vec<&str> = text.lines().collect();
    let last = |end: &str| lines.iter().rposition(|line| line.trim_end() == end).unwrap_or_default();
    let mut parser = HatenaParser {
        builder: Builder::default(),
        notes: Notes::default(),
        lists: Vec::new(),
        last_code: last("||<"),
        last_preformatted: last("|<"),
    };
    let mut place = 0;
    while let Some(line) = lines.get(place) {
        parser.builder.line = place + 1;
        place += parser.read(line.trim_end(), &lines[place..], place);
    }
    parser.notes.append(parser.builder)
}

#[derive(Debug)]
struct HatenaParser {
    builder: Builder,
    notes: Notes,
    /// The open lists: marker, number, and position of the last item.
    lists: Vec<(char, usize, u64)>,
    last_code: usize,
    last_preformatted: usize,
}

impl HatenaParser {
    /// Parses the block at a line; returns its number of lines.
    fn read(&mut self, line: &str, lines: &[&str], place: usize) -> usize {
        if let Some((depth, sign, words)) = list_item(line) {
            self.item(depth, sign, words);
            return 1;
        }
        while !self.lists.is_empty() {
            self.end_list();
        }
        if let Some(language) = line.strip_prefix(">|").and_then(|rest| rest.strip_suffix('|'))
            && !language.contains('|')
            && place < self.last_code
        {
            return self.code(language, lines, "||<");
        }
        if line == ">|" && place < self.last_preformatted {
            return self.code("", lines, "|<");
        }
        match line {
            ">>" => _ = self.builder.enter(Kind::Quote),
            "<<" if self.builder.depth() > 0 => self.builder.leave(),
            "====" | "=====" | "[:contents]" | "" => self.builder.end_paragraph(),
            _ => self.other(line),
        }
        if line.starts_with('|') && line.len() > 1 && line.ends_with('|') {
            return self.table(lines);
        }
        1
    }

    fn other(&mut self, line: &str) {
        if let Some(address) = line.strip_prefix('>').and_then(|rest| rest.strip_suffix('>'))
            && address.starts_with("http")
        {
            self.builder.enter(Kind::Quote);
            let link = format!("[{address}]");
            self.paragraph(&link);
        } else if let Some(raw) = line.strip_prefix('>').and_then(|rest| rest.strip_suffix('<'))
            && raw.starts_with('<')
            && raw.ends_with('>')
        {
            html::read_into(raw, &mut self.builder, &mut self.notes);
        } else if let Some((level, words)) = heading(line) {
            words_of(words, self);
            self.builder.end_heading(level);
        } else if let Some((term, description)) = definition(line) {
            let list = self.builder.number();
            self.builder.enter(Kind::Item(list, None));
            self.builder.open(Mark::Strong);
            words_of(term, self);
            self.builder.close();
            if !description.is_empty() {
                self.builder.text(": ");
                words_of(description, self);
            }
            self.builder.leave();
        } else if !(line.starts_with('|') && line.len() > 1 && line.ends_with('|')) {
            self.paragraph(line);
        }
    }

    fn paragraph(&mut self, line: &str) {
        words_of(line, self);
        self.builder.end_paragraph();
    }

    fn item(&mut self, depth: usize, sign: char, words: &str) {
        while self.lists.len() > depth
            || self.lists.len() == depth && self.lists.last().is_some_and(|(open, ..)| *open != sign)
        {
            self.end_list();
        }
        if self.lists.len() == depth {
            self.builder.leave();
            if let Some((_, number, place)) = self.lists.last_mut() {
                *place += 1;
                let kind = Kind::Item(*number, (sign == '+').then_some(*place));
                self.builder.enter(kind);
            }
        }
        while self.lists.len() < depth {
            let number = self.builder.number();
            self.lists.push((sign, number, 1));
            self.builder.enter(Kind::Item(number, (sign == '+').then_some(1)));
        }
        self.paragraph(words);
    }

    fn end_list(&mut self) {
        self.lists.pop();
        self.builder.leave();
    }

    fn code(&mut self, language: &str, lines: &[&str], end: &str) -> usize {
        let length = lines[1..].iter().position(|line| line.trim_end() == end).unwrap_or(lines.len() - 1);
        let code = lines[1..=length].join("\n");
        self.builder.block(Content::Code(language.to_owned(), code));
        length + 2
    }

    fn table(&mut self, lines: &[&str]) -> usize {
        self.builder.start_table();
        let mut count = 0;
        for line in lines {
            let Some(cells) = line.trim_end().strip_prefix('|').and_then(|rest| rest.strip_suffix('|')) else { break };
            count += 1;
            self.builder.start_row();
            for cell in cells.split('|') {
                words_of(cell.strip_prefix('*').unwrap_or(cell), self);
                self.builder.end_cell();
            }
        }
        self.builder.end_table();
        count.max(1)
    }
}

fn words_of(text: &str, parser: &mut HatenaParser) {
    words::read(text, &mut parser.builder, &mut parser.notes, words::Tags::Read);
}

/// The depth, marker and words of a list item. Four hyphens begin a question.
fn list_item(line: &str) -> Option<(usize, char, &str)> {
    let sign = line.chars().next().filter(|sign| matches!(sign, '-' | '+'))?;
    let words = line.trim_start_matches(sign);
    let depth = line.len() - words.len();
    let words = words.trim_start();
    (depth <= 3 && !words.is_empty()).then_some((depth, sign, words))
}

/// The level and words of a heading, without its time and categories.
pub(super) fn heading(line: &str) -> Option<(u8, &str)> {
    let words = line.trim_start_matches('*');
    let depth = line.len() - words.len();
    if !(1..=3).contains(&depth) || words.trim().is_empty() || words.trim_end().ends_with('*') {
        return None;
    }
    let mut words = words;
    if depth == 1 {
        let is_name =
            |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        words = words.split_once('*').filter(|(name, _)| is_name(name)).map_or(words, |(_, rest)| rest);
        while let Some((category, rest)) = words.strip_prefix('[').and_then(|rest| rest.split_once(']'))
            && !category.contains(':')
            && !rest.trim().is_empty()
        {
            words = rest;
        }
    }
    // One level below the title, as in Hatena Blog.
    u8::try_from(depth + 2).ok().map(|level| (level, words.trim_start()))
}

/// The term and the description of a line `:term:description`.
fn definition(line: &str) -> Option<(&str, &str)> {
    let (term, description) = line.strip_prefix(':')?.split_once(':')?;
    (!term.trim().is_empty() && !term.contains("//")).then_some((term, description))
}
