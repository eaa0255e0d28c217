//! The lines of a title: they break by the rules of typesetting, between phrases if possible, and have like lengths.

use std::mem;

use icu_segmenter::{
    LineSegmenter,
    options::{LineBreakOptions, LineBreakStrictness},
};

use crate::font::Font;

/// A size of type, and the most lines that there is room for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    /// In pixels.
    pub(crate) em: f32,
    pub(crate) lines: usize,
}

/// A title in lines.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Setting {
    pub(crate) lines: Vec<String>,
    /// The size of type in pixels.
    pub(crate) em: f32,
}

/// The part of a text up to a place at which a line may end.
#[derive(Clone, Copy, Debug)]
struct Piece<'t> {
    text: &'t str,
    /// Without spaces at its end, at a font size of 1.
    ink: f32,
    /// With them.
    width: f32,
    /// Whether a phrase or a word ends with it.
    ends_phrase: bool,
}

/// The cost of a line that ends within a phrase: more than any difference of lengths.
const SPLIT_PHRASE: f32 = 8.0;

/// Sets a title in phrases: in the largest size in which no phrase is split; if there is none, in the largest in which it
/// fits; otherwise in the smallest size, with an ellipsis in the place of the rest.
pub(crate) fn set(phrases: &[String], width: f32, sizes: &[Size], font: &Font) -> Setting {
    let text = phrases.concat();
    let pieces = pieces(phrases, &text, font);
    let mut fitting = None;
    for &Size { em, lines } in sizes {
        let Some((set, is_whole)) = balanced(&pieces, width / em, lines) else { continue };
        let setting = Setting { lines: set, em };
        if is_whole {
            return setting;
        }
        fitting.get_or_insert(setting);
    }
    let smallest = sizes.last().copied().unwrap_or(Size { em: 32.0, lines: 1 });
    fitting
        .unwrap_or_else(|| Setting { lines: cut(&pieces, width / smallest.em, smallest.lines, font), em: smallest.em })
}

/// A text in one line, with an ellipsis in the place of an end that is too long.
pub(crate) fn one_line(text: &str, width: f32, font: &Font) -> String {
    if font.width(text) <= width { text.to_owned() } else { with_ellipsis(text, width, font) }
}

/// As much of a text as fits before an ellipsis.
fn with_ellipsis(text: &str, width: f32, font: &Font) -> String {
    let mut room = width - font.advance('…');
    let fits = |letter: &char| {
        room -= font.advance(*letter);
        room >= 0.0
    };
    let beginning: String = text.chars().take_while(fits).collect();
    let beginning = beginning.trim_end_matches(|last: char| last.is_whitespace() || OPENING.contains(last));
    format!("{beginning}…")
}

/// Brackets after which nothing is left out.
const OPENING: &str = "（［｛〔〈《「『【‘“([{";

fn pieces<'t>(phrases: &[String], text: &'t str, font: &Font) -> Vec<Piece<'t>> {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    let segmenter = LineSegmenter::new_for_non_complex_scripts(options);
    let mut ends = Vec::new();
    let mut end = 0;
    for phrase in phrases {
        end += phrase.len();
        ends.push(end);
    }
    let mut pieces = Vec::new();
    let mut start = 0;
    for place in segmenter.segment_str(text).filter(|&place| place > 0) {
        let piece = &text[start..place];
        let ends_phrase = ends.binary_search(&place).is_ok() || piece.ends_with(' ');
        let (ink, width) = (font.width(piece.trim_end()), font.width(piece));
        pieces.push(Piece { text: piece, ink, width, ends_phrase });
        start = place;
    }
    pieces
}

/// The lines of the least cost among the smallest number of them that fits, or one more if that splits no phrase; and
/// whether no phrase is split.
fn balanced(pieces: &[Piece<'_>], width: f32, most: usize) -> Option<(Vec<String>, bool)> {
    let settings = (1..=most).filter_map(|count| exactly(pieces, width, count)).take(2);
    let (_, (cost, ends)) = settings.enumerate().min_by(|(a, (cost, _)), (b, (other, _))| {
        let split = |cost: f32| cost >= SPLIT_PHRASE;
        split(*cost).cmp(&split(*other)).then(a.cmp(b))
    })?;
    let mut start = 0;
    let lines = ends.iter().map(|&end| {
        let line: String = pieces[start..end].iter().map(|piece| piece.text).collect();
        start = end;
        line.trim_end().to_owned()
    });
    Some((lines.collect(), cost < SPLIT_PHRASE))
}

/// The cheapest way to set pieces in exactly so many lines: its cost and the end of each line.
fn exactly(pieces: &[Piece<'_>], width: f32, count: usize) -> Option<(f32, Vec<usize>)> {
    let ideal = pieces.iter().map(|piece| piece.width).sum::<f32>() / count as f32;
    // The cost of the first lines up to each piece, and the first piece of the last of these lines.
    let mut best = vec![None; pieces.len() + 1];
    best[0] = Some(0.0_f32);
    let mut starts = Vec::new();
    for _ in 0..count {
        let mut next: Vec<Option<f32>> = vec![None; pieces.len() + 1];
        let mut from = vec![0; pieces.len() + 1];
        for (start, cost) in best.iter().enumerate().filter_map(|(start, cost)| Some((start, (*cost)?))) {
            let mut before = 0.0;
            for (end, piece) in pieces.iter().enumerate().skip(start) {
                let length = before + piece.ink;
                if length > width {
                    break;
                }
                before += piece.width;
                let is_last = end + 1 == pieces.len();
                let split = if piece.ends_phrase || is_last { 0.0 } else { SPLIT_PHRASE };
                let cost = cost + ((length - ideal) / width).powi(2) + split;
                if next[end + 1].is_none_or(|known| cost < known) {
                    next[end + 1] = Some(cost);
                    from[end + 1] = start;
                }
            }
        }
        best = next;
        starts.push(from);
    }
    let cost = best[pieces.len()]?;
    let mut ends = vec![pieces.len()];
    for from in starts.iter().skip(1).rev() {
        ends.push(from[*ends.last()?]);
    }
    ends.reverse();
    Some((cost, ends))
}

/// The first lines of a title that does not fit. A word that is wider than a line breaks anywhere.
fn cut(pieces: &[Piece<'_>], width: f32, most: usize, font: &Font) -> Vec<String> {
    let (mut lines, mut line) = (Vec::new(), String::new());
    for piece in pieces {
        if !line.is_empty() && font.width(&line) + piece.ink > width {
            lines.push(mem::take(&mut line));
        }
        for letter in piece.text.chars() {
            if !line.is_empty() && !letter.is_whitespace() && font.width(&line) + font.advance(letter) > width {
                lines.push(mem::take(&mut line));
            }
            line.push(letter);
        }
    }
    lines.push(line);
    let is_cut = lines.len() > most;
    lines.truncate(most);
    if let Some(last) = lines.last_mut().filter(|_| is_cut) {
        *last = with_ellipsis(last, width, font);
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::font;

    const SIZES: [Size; 3] = [Size { em: 76.0, lines: 2 }, Size { em: 56.0, lines: 3 }, Size { em: 40.0, lines: 4 }];

    fn lines(phrases: &[&str], width: f32) -> Vec<String> {
        let phrases: Vec<_> = phrases.iter().map(|&phrase| phrase.to_owned()).collect();
        let font = font().expect("set-up installs the font: scripts/setup build");
        let Setting { lines, em } = set(&phrases, width, &SIZES, font);
        for line in &lines {
            assert!(font.width(line) * em <= width, "{line} is too long");
        }
        lines
    }

    #[test]
    fn lines_end_between_phrases_and_have_like_lengths() {
        assert_eq!(lines(&["サーバーレスの", "運用を", "考える"], 700.0), ["サーバーレスの", "運用を考える"]);
        assert_eq!(
            lines(&["Operability in Serverless Environments"], 900.0),
            ["Operability in Serverless", "Environments"]
        );
        assert_eq!(lines(&["短い"], 700.0), ["短い"]);
        assert_eq!(lines(&[], 700.0), [""]);
    }

    #[test]
    fn no_line_begins_or_ends_with_a_character_that_may_not_stand_there() {
        // One phrase, so that only the rules of typesetting decide.
        let title = "「サーバーレス」、ってキャッシュの「ーっ」ですか？（笑）とショッピングカートだよ。";
        for width in 200..900 {
            for line in lines(&[title], width as f32) {
                let (first, last) = (line.chars().next(), line.chars().next_back());
                assert!(
                    !first.is_some_and(|first| "、。」）？ーっッャュョァィゥェォ".contains(first)),
                    "{width}: {line}"
                );
                assert!(!last.is_some_and(|last| "「（".contains(last)), "{width}: {line}");
            }
        }
    }

    #[test]
    fn what_does_not_fit_ends_with_an_ellipsis() {
        for title in ["あ".repeat(10_000), "x".repeat(10_000), "word ".repeat(2_000), "「".repeat(500)] {
            let lines = lines(&[&title], 900.0);
            assert!(
                (1..=4).contains(&lines.len()) && lines.last().is_some_and(|last| last.ends_with('…')),
                "{lines:?}"
            );
        }
    }
}
