//! Finds the likely mistake near the place where the YAML parser stopped.

use std::ops::Range;

use super::{
    brackets,
    line::{line_of, quote},
};
use crate::{diagnostic::Message, message};

/// The mistake.
pub(super) struct Mistake {
    pub(super) span: Range<usize>,
    pub(super) message: Message,
    pub(super) help: Message,
}

fn found(span: Range<usize>, message: Message, help: Message) -> Mistake {
    Mistake { span, message, help }
}

/// Searches around the place where the parser stopped.
pub(super) struct Finder<'a> {
    pub(super) file: &'a str,
    pub(super) yaml: &'a Range<usize>,
    pub(super) place: usize,
}

impl<'a> Finder<'a> {
    /// The text after the place.
    pub(super) fn next(&self) -> &'a str {
        &self.file[self.place..]
    }

    /// The part of the line before the place.
    pub(super) fn before(&self) -> &'a str {
        &self.file[self.line().start..self.place]
    }

    fn line(&self) -> Range<usize> {
        line_of(self.file, self.place)
    }

    /// The last line with text above the place; if there is none, the line of the place.
    pub(super) fn line_above(&self) -> Range<usize> {
        let mut line = self.line();
        while line.start > self.yaml.start {
            line = line_of(self.file, line.start - 1);
            if !self.file[line.clone()].trim().is_empty() {
                return line;
            }
        }
        self.line()
    }

    /// The value on the line of the place: the text after the first colon and space.
    pub(super) fn value(&self) -> Range<usize> {
        let line = self.line();
        let text = &self.file[line.clone()];
        let start = text.find(": ").map_or(line.start + text.len() - text.trim_start().len(), |colon| {
            let rest = &text[colon + 1..];
            line.end - rest.trim_start().len()
        });
        start..start + self.file[start..line.end].trim_end().len()
    }

    /// A colon in the wrong place.
    pub(super) fn colon(&self) -> Mistake {
        let line = self.line();
        let above = self.line_above();
        let value = self.value();
        if value.start < self.place {
            let text = &self.file[value.clone()];
            let help = message!(
                "put the value in quotes: `{quoted}`",
                "値を引用符で囲んでください: `{quoted}`",
                quoted = quote(text)
            );
            return found(
                value,
                message!(
                    "a value that contains a colon and a space needs quotes",
                    "コロンと空白を含む値は引用符で囲む必要があります"
                ),
                help,
            );
        }
        if above != line && !self.file[above.clone()].contains(": ") && !self.file[above.clone()].trim().ends_with(':')
        {
            return self.no_field(above);
        }
        self.indentation()
    }

    pub(super) fn after_quote(&self) -> Mistake {
        let end = self.line().end.max(self.place);
        let value = self.value();
        let inner = without_outer_quotes(&self.file[value]);
        let help = message!(
            "put the whole value in quotes that do not occur in it: `{quoted}`",
            "値全体を、値の中にない種類の引用符で囲んでください: `{quoted}`",
            quoted = quote(inner)
        );
        found(
            self.place..end,
            message!("there is text after the closing quote", "閉じる引用符の後に文字があります"),
            help,
        )
    }

    pub(super) fn open_quote(&self) -> Mistake {
        let quote = self.next().chars().next().unwrap_or('"');
        let help = message!("end the value with `{quote}`", "値の終わりに`{quote}`を付けてください");
        found(
            self.place..self.place + quote.len_utf8(),
            message!("the quote that opens here is never closed", "ここで開いた引用符が閉じられていません"),
            help,
        )
    }

    pub(super) fn escape(&self) -> Mistake {
        let line = self.line();
        let backslash = self.file[line.clone()].find('\\').map_or(self.place, |offset| line.start + offset);
        let help = message!(
            "write two backslashes, or put the value in single quotes: `'\\'`",
            "バックスラッシュを2つ書くか、値を一重引用符で囲んでください: `'\\'`"
        );
        found(
            backslash..backslash + 1,
            message!(
                "a backslash in double quotes has a meaning of its own",
                "二重引用符の中のバックスラッシュには特別な意味があります"
            ),
            help,
        )
    }

    /// A line that is not a field.
    pub(super) fn no_field(&self, line: Range<usize>) -> Mistake {
        let text = self.file[line.clone()].trim();
        let help = if text.contains(":\u{3000}") {
            message!(
                "the space after the colon is full-width; write a half-width one: `name: value`",
                "コロンの後の空白が全角です。半角にしてください: `名前: 値`"
            )
        } else if text.contains(":\u{a0}") {
            message!(
                "the space after the colon is one that breaks no lines (U+00A0); write a plain one: `name: value`",
                "コロンの後が改行しない空白（U+00A0）です。普通の半角の空白にしてください: `名前: 値`"
            )
        } else if text.contains('：') {
            message!(
                "use the half-width colon and a space: `name: value`",
                "半角のコロンと空白を使ってください: `名前: 値`"
            )
        } else if text.contains(':') {
            message!("put a space after the colon: `name: value`", "コロンの後に空白を入れてください: `名前: 値`")
        } else {
            message!(
                "write `name: value`; if it continues the value above, indent it by two spaces",
                "`名前: 値`の形で書いてください。上の値の続きなら、空白2つで字下げします"
            )
        };
        let start = line.end - self.file[line.clone()].trim_start().len();
        found(start..start + text.len(), message!("this line is no field", "この行はフィールドになっていません"), help)
    }

    pub(super) fn tab(&self) -> Mistake {
        let start = self.line().start;
        let tab = self.file[start..self.yaml.end.max(start)].find('\t').map_or(self.place, |offset| start + offset);
        found(
            tab..tab + 1,
            message!("there is a tab where only spaces may be", "空白しか使えない場所にタブがあります"),
            message!("replace it with spaces", "空白に置き換えてください"),
        )
    }

    pub(super) fn dash(&self) -> Mistake {
        let value = self.value();
        let text = &self.file[value.clone()];
        let item = text.trim_start_matches('-').trim();
        let help = message!(
            "write a list as `[{item}, …]`; if this is a text, put it in quotes: `{quoted}`",
            "リストは`[{item}, …]`と書きます。文なら引用符で囲んでください: `{quoted}`",
            quoted = quote(text)
        );
        found(
            value,
            message!(
                "a list cannot begin with `-` on the line of its name",
                "名前と同じ行で`-`からリストを始めることはできません"
            ),
            help,
        )
    }

    /// An unclosed bracket, or a value in brackets that is not a list.
    pub(super) fn bracket(&self) -> Mistake {
        match brackets::open(&self.file[self.yaml.start..self.place]).pop() {
            Some((offset, bracket)) => {
                let place = self.yaml.start + offset;
                let closing = if bracket == '[' { ']' } else { '}' };
                let help = message!(
                    "close it with `{closing}` and check the commas; a text that begins with `{bracket}` needs quotes",
                    "`{closing}`で閉じ、コンマを確かめてください。`{bracket}`で始まる文は引用符で囲みます"
                );
                found(
                    place..place + 1,
                    message!(
                        "the `{bracket}` that opens here is not read to its end",
                        "ここで開いた`{bracket}`を最後まで読めません"
                    ),
                    help,
                )
            }
            None => self.special(self.value()),
        }
    }

    pub(super) fn indentation(&self) -> Mistake {
        let line = self.line();
        let text = &self.file[line.clone()];
        let start = line.end - text.trim_start().len();
        let help = message!(
            "begin it in the same column as its neighbours; what belongs to the name above is indented by two spaces",
            "前後の行と同じ桁から始めてください。上の名前に属するものは空白2つで字下げします"
        );
        found(
            start..start + text.trim().len(),
            message!("this line is not indented like the lines around it", "この行の字下げが前後の行と揃っていません"),
            help,
        )
    }

    pub(super) fn depth(&self) -> Mistake {
        let help = message!(
            "check the brackets; no field needs that many levels",
            "括弧を確かめてください。これほど深い入れ子が要るフィールドはありません"
        );
        found(
            self.place..self.place,
            message!("the front matter is nested too deeply", "フロントマターの入れ子が深すぎます"),
            help,
        )
    }

    pub(super) fn invisible(&self) -> Mistake {
        let help = message!(
            "delete the space between the characters around it and write it anew",
            "前後の文字の間を消して書き直してください"
        );
        found(
            self.place..self.place,
            message!("there is an invisible character here (U+FEFF)", "ここに目に見えない文字（U+FEFF）があります"),
            help,
        )
    }

    /// A value that begins with a character reserved by YAML.
    pub(super) fn special(&self, value: Range<usize>) -> Mistake {
        let text = &self.file[value.clone()];
        let first = text.chars().next().unwrap_or(' ');
        let help =
            message!("put it in quotes: `{quoted}`", "引用符で囲んでください: `{quoted}`", quoted = quote(text.trim()));
        found(
            value,
            message!(
                "a value that begins with `{first}` needs quotes",
                "`{first}`で始まる値は引用符で囲む必要があります"
            ),
            help,
        )
    }

    pub(super) fn other(&self, info: &str) -> Mistake {
        let help = message!(
            "put values with punctuation in quotes, and indent with spaces only",
            "記号を含む値は引用符で囲み、字下げには空白だけを使ってください"
        );
        let end = self.line().end.max(self.place);
        found(
            self.place..end,
            message!("the front matter cannot be read from here ({info})", "フロントマターをここから先は読めません"),
            help,
        )
    }
}

/// A value without its outer quotes: those of `'it's'`, which contains a quote of the same kind, or those around
/// further quotes. Quotes around the first word are part of the value.
fn without_outer_quotes(value: &str) -> &str {
    let quote = value.chars().next().unwrap_or_default();
    let inner = value.strip_prefix(quote).and_then(|value| value.strip_suffix(quote));
    let Some(inner) = inner.filter(|_| matches!(quote, '"' | '\'')) else { return value };
    let opens = inner.find(quote).is_some_and(|place| inner[..place].ends_with(char::is_whitespace));
    if inner.matches(quote).count() % 2 == 1 || opens { inner } else { value }
}
