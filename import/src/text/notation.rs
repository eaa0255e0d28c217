//! Detects the notation of a text.

use super::{hatena, html, mail, questions};

/// A notation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notation {
    /// A blog export in the Movable Type format.
    Export,
    /// HTML.
    Html,
    /// Hatena's notation.
    Hatena,
    /// Plain text, such as a mail.
    Mail,
    /// Markdown, the default.
    Markdown,
}

/// The counts of characteristic lines.
#[derive(Debug, Default)]
struct Signs {
    markdown: usize,
    hatena_blocks: usize,
    hatena_words: usize,
    hyphens: usize,
    asked: usize,
    quoted: usize,
    signature: usize,
    /// Whether the line before may be a list item or a heading.
    after_star: bool,
}

/// Detects the notation of a text.
pub(super) fn of(text: &str) -> Notation {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    if is_metadata(first) && text.contains("\n-----\nBODY:") {
        return Notation::Export;
    }
    if html::is_document(first) {
        return Notation::Html;
    }
    let mut signs = Signs::default();
    text.lines().for_each(|line| signs.count(line));
    if signs.hatena_blocks > 0 && signs.markdown == 0 && !mail::has_headers(text) {
        return Notation::Hatena;
    }
    let is_asked = signs.asked > signs.hyphens;
    let is_reply = signs.signature > 0 && signs.quoted > 0;
    // A mail is plain text, even with characteristic lines of other notations.
    if mail::has_headers(text) || mail::has_original(text) || signs.markdown == 0 && (is_asked || is_reply) {
        return Notation::Mail;
    }
    match signs.hatena_words > 0 && signs.markdown == 0 {
        true => Notation::Hatena,
        false => Notation::Markdown,
    }
}

/// Whether a line may be the first of an export.
pub(super) fn is_metadata(line: &str) -> bool {
    ["AUTHOR:", "TITLE:", "BASENAME:", "STATUS:", "DATE:"].iter().any(|name| line.starts_with(name))
}

impl Signs {
    fn count(&mut self, line: &str) {
        let start = line.trim_end();
        let number_signs = start.len() - start.trim_start_matches('#').len();
        let is_heading = (1..=6).contains(&number_signs) && start[number_signs..].starts_with(' ');
        if is_heading
            || start.starts_with("```")
            || start.starts_with("**") && start[2..].contains("**")
            || start.contains("](")
        {
            self.markdown += 1;
        }
        // A heading in Hatena's notation stands alone.
        let is_star = start.starts_with("* ");
        self.markdown += usize::from(is_star && self.after_star);
        self.after_star = is_star;
        let is_code =
            start == "||<" || start == "|<" || start.starts_with(">|") && (start.len() == 2 || start.ends_with('|'));
        if is_code
            || matches!(start, ">>" | "<<" | "====" | "[:contents]") && !self.could_underline()
            || is_hatena_heading(start)
        {
            self.hatena_blocks += 1;
        }
        if start.contains("[f:id:") || start.contains(":embed") || start.contains(":title") && start.contains("[http") {
            self.hatena_words += 1;
        }
        self.hyphens += usize::from(questions::hyphens(line).is_some());
        let (quoted, words) = mail::unquoted(line);
        self.asked += usize::from(questions::is_asked(words));
        self.quoted += usize::from(quoted);
        self.signature += usize::from(matches!(line, "--" | "-- "));
    }

    /// `====` below a line is a heading in Markdown, so other characteristics have to decide.
    fn could_underline(&self) -> bool {
        self.hatena_blocks == 0 && self.hatena_words == 0
    }
}

/// Whether a line is a heading in Hatena's notation, and not a list item or strong text in Markdown.
fn is_hatena_heading(line: &str) -> bool {
    let after = line.trim_start_matches('*');
    line.starts_with('*') && !after.starts_with([' ', '\t']) && hatena::heading(line).is_some() && !after.contains('*')
        // `** ` has no meaning in Markdown.
        || line.starts_with("**") && after.starts_with([' ', '\u{3000}']) && hatena::heading(line).is_some() && !after.contains('*')
        || line.starts_with('*')
            && line[1..]
                .split_once('*')
                .is_some_and(|(name, _)| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::{Notation::*, of};

    #[test]
    fn notations_are_told_apart() {
        for (text, form) in [
            ("# 題\n\n- 名前：例田花子\n\n---- なぜ？\n\nなぜなら。\n", Markdown),
            ("題\n====\n\n---- なぜ？\n\nなぜなら。\n", Markdown),
            ("*題\n\n- 名前：例田花子\n\n---- なぜ？\n\nなぜなら。\n", Hatena),
            ("*1475290000*[interview]題\n本文\n", Hatena),
            ("* 項目\n* 項目\n", Markdown),
            ("*強調* です\n**強い** です\n", Markdown),
            ("* 題\n\n[f:id:reida:20161001123456j:plain]\n\n---- なぜ？\n\nなぜなら。\n", Hatena),
            ("* 題\n\n** Quick Chat\n\n---- なぜ？\n\nなぜなら。\n", Hatena),
            ("* 項目\n* 項目\n\n[f:id:reida:20161001123456j:plain]\n", Markdown),
            ("題\n[f:id:reida:20161001123456j:plain]\n本文\n", Hatena),
            ("# 題\n[https://example.org:embed:cite]\n", Markdown),
            ("Subject: Re: a\nFrom: Hana\n\nQ: Why?\nA: So.\n", Mail),
            ("Q1. Why?\nSo.\n", Mail),
            ("**Q:** Why?\n\n**A:** So.\n", Markdown),
            ("<p>a</p>", Html),
            ("<3 hearts", Markdown),
            ("AUTHOR: a\nTITLE: b\n-----\nBODY:\nc\n-----\n--------\n", Export),
            ("", Markdown),
        ] {
            assert_eq!(of(text), form, "{text}");
        }
    }
}
