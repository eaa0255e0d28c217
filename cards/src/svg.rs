//! A card as SVG: the lines of the title, people, event and details over the night of the home page.

use std::fmt::Write as _;

use crate::{
    Card, Color, FACES, HEIGHT, Likeness, Shape, Skyline, WIDTH,
    font::{self, Font},
    lines::{self, Size},
    words::{MOST, shown},
};

/// The colours of the home page (`style/tokens.css` and `home.css`).
const NIGHT: &str = "#060c0b";
const GLOW: &str = "#12463a";
const INK: &str = "#eafff6";
const MUTED: &str = "#a3b6ae";
const MINT: &str = "#6ff0c2";
const WALLS: &str = "#0e211c";
const EDGE: &str = "#1d4438";

/// The margin at both sides, in pixels.
const MARGIN: f32 = 80.0;

/// A drawing, and the places of its photographs.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// The SVG, without background and photographs.
    pub svg: String,
    /// The place of each photograph, in the order of [`Card::portraits`].
    pub portraits: Vec<Disc>,
}

/// The place of a photograph: a centre and a radius in pixels.
#[derive(Clone, Copy, Debug)]
pub struct Disc {
    /// From the left edge.
    pub x: f32,
    /// From the upper edge.
    pub y: f32,
    /// Half of its width.
    pub radius: f32,
}

/// Sets a card; `None` if the program was built without the font. The same card gives the same bytes.
pub fn svg(card: &Card) -> Option<Drawing> {
    let mut canvas = Canvas { font: font::font()?, svg: String::new(), portraits: Vec::new() };
    canvas.surroundings(card);
    match card.shape {
        Shape::Title => canvas.title(card),
        Shape::Profile => canvas.profile(card),
        Shape::Event => canvas.event(card),
    }
    let Canvas { svg, portraits, .. } = canvas;
    Some(Drawing { svg: document(&svg), portraits })
}

/// The background of every card.
pub(crate) fn background() -> String {
    document(&format!(
        "<defs><linearGradient id=\"glow\" x2=\"0\" y2=\"1\"><stop offset=\".3\" stop-color=\"{NIGHT}\"/>\
         <stop offset=\"1\" stop-color=\"{GLOW}\"/></linearGradient></defs>\
         <path fill=\"url(#glow)\" d=\"M0 0H{WIDTH}V{HEIGHT}H0z\"/>"
    ))
}

fn document(elements: &str) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\">{elements}</svg>")
}

struct Canvas {
    font: &'static Font,
    svg: String,
    portraits: Vec<Disc>,
}

/// A line of text: the place of its baseline, its size and its colour.
struct Line<'a> {
    x: f32,
    y: f32,
    em: f32,
    color: &'a str,
}

impl Canvas {
    /// The skyline, and the colour of the track at the left edge.
    fn surroundings(&mut self, card: &Card) {
        if let Some(skyline) = &card.skyline {
            self.skyline(skyline, if card.shape == Shape::Event { 180.0 } else { 112.0 });
        }
        let accent = card.accent.map_or_else(|| MINT.to_owned(), hex);
        self.add(format_args!("<path fill=\"{accent}\" d=\"M0 0H14V{HEIGHT}H0z\"/>"));
    }

    /// The skyline along the lower edge, so many pixels high, repeated to the right edge.
    fn skyline(&mut self, skyline: &Skyline, seen: f32) {
        let Skyline { width, height, walls, windows } = skyline;
        let (scale, top) = (seen / *height as f32, HEIGHT as f32 - seen);
        let mut left = 0.0;
        while left < WIDTH as f32 {
            self.add(format_args!(
                "<g transform=\"translate({left} {top}) scale({scale})\"><path fill=\"{WALLS}\" stroke=\"{EDGE}\" \
                 d=\"{walls}\"/><path fill=\"{MINT}\" opacity=\".6\" d=\"{windows}\"/></g>"
            ));
            left += (*width as f32 * scale).max(WIDTH as f32 / 8.0);
        }
    }

    fn title(&mut self, card: &Card) {
        let has_people = !card.likenesses.is_empty();
        let (top, bottom) = (136.0, if has_people { 376.0 } else { 452.0 });
        self.line(&card.kind, 1.0, &Line { x: MARGIN, y: 98.0, em: 28.0, color: MINT });
        let sizes = [(76.0, 2), (62.0, 3), (55.0, 3), (46.0, 4), (40.0, 4), (36.0, 5)];
        self.block(&card.title, MARGIN, [top, bottom], &sizes);
        if has_people {
            self.people(card);
        }
        self.foot(card);
    }

    /// Faces and names in a row.
    fn people(&mut self, card: &Card) {
        let (radius, y) = (40.0, 430.0);
        let mut x = MARGIN + radius;
        for likeness in card.likenesses.iter().take(FACES) {
            self.likeness(likeness, &Disc { x, y, radius });
            x += radius * 1.85;
        }
        let x = x - radius * 0.85 + 24.0;
        let names = |y| Line { x, y, em: 31.0, color: INK };
        match &card.subtitle {
            Some(affiliation) => {
                self.line(&card.names, 1.0, &names(y - 5.0));
                self.line(affiliation, 1.0, &Line { x, y: y + 30.0, em: 23.0, color: MUTED });
            }
            None => _ = self.line(&card.names, 1.0, &names(y + 11.0)),
        }
    }

    fn profile(&mut self, card: &Card) {
        let disc = Disc { x: MARGIN + 128.0, y: 286.0, radius: 128.0 };
        if let Some(likeness) = card.likenesses.first() {
            self.likeness(likeness, &disc);
        }
        let x = disc.x + disc.radius + 56.0;
        self.line(&card.kind, 1.0, &Line { x, y: 178.0, em: 28.0, color: MINT });
        let sizes = [(84.0, 1), (68.0, 2), (54.0, 2), (44.0, 3)];
        let end = self.block(&card.title, x, [196.0, 356.0], &sizes);
        if let Some(affiliation) = &card.subtitle {
            self.line(affiliation, 1.0, &Line { x, y: end + 40.0, em: 29.0, color: MUTED });
        }
        self.foot(card);
    }

    fn event(&mut self, card: &Card) {
        let sizes = [(116.0, 1), (104.0, 1), (90.0, 1), (92.0, 2), (78.0, 2), (62.0, 3), (50.0, 4)];
        let end = self.block(&card.title, MARGIN, [76.0, 320.0], &sizes);
        if let Some(tagline) = &card.subtitle {
            self.line(tagline, 1.0, &Line { x: MARGIN, y: end + 48.0, em: 36.0, color: MINT });
        }
        self.line(&card.details, 1.0, &Line { x: MARGIN, y: end + 102.0, em: 30.0, color: INK });
    }

    /// The event, and time and place, above the skyline.
    fn foot(&mut self, card: &Card) {
        let (y, em, gap) = (518.0, 25.0, 28.0);
        // The details tell more than the name of the event: they get their room first.
        let name = shown(&card.event, self.font);
        let details = self.font.width(&shown(&card.details, self.font)) * em;
        let room = 1.0 - ((details + gap) / (WIDTH as f32 - MARGIN * 2.0)).min(0.7);
        let end = self.line(&name, room, &Line { x: MARGIN, y, em, color: INK });
        self.line(&card.details, 1.0, &Line { x: end + gap, y, em, color: MUTED });
    }

    fn likeness(&mut self, likeness: &Likeness, disc: &Disc) {
        let &Disc { x, y, radius } = disc;
        // A ring in the colour of the night between faces that overlap.
        let ring = radius + 4.0;
        self.add(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{ring}\" fill=\"{NIGHT}\"/>"));
        match likeness {
            Likeness::Portrait(_) => {
                self.add(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{EDGE}\"/>"));
                self.portraits.push(*disc);
            }
            Likeness::Initials(letters, [dark, light]) => {
                let (em, letters) = (radius * 0.72, shown(letters, self.font));
                let (left, baseline) = (x - self.font.width(&letters) * em / 2.0, y + em * 0.36);
                self.add(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{}\"/>", hex(*light)));
                self.text(&letters, &Line { x: left, y: baseline, em, color: &hex(*dark) });
            }
        }
    }

    /// Sets a title in the middle between two heights, in the first of some sizes that fits; returns the
    /// lower edge of its ink.
    fn block(&mut self, phrases: &[String], x: f32, [top, bottom]: [f32; 2], sizes: &[(f32, usize)]) -> f32 {
        let phrases: Vec<_> = with_edges(phrases, self.font);
        let sizes: Vec<_> = sizes.iter().map(|&(em, lines)| Size { em, lines }).collect();
        let set = lines::set(&phrases, WIDTH as f32 - MARGIN - x, &sizes, self.font);
        let leading = set.em * 1.28;
        let height = leading * set.lines.len() as f32;
        // Titles hang from the upper height; only the rest of the room is divided.
        let mut y = top + (bottom - top - height).max(0.0) * 0.35 + set.em * 0.98;
        for line in &set.lines {
            // The ink of an opening bracket is in the right half of its square.
            let indent = if line.starts_with(['「', '『', '（', '【', '〈', '《', '［', '〔']) {
                set.em * 0.46
            } else {
                0.0
            };
            self.text(line, &Line { x: x - indent, y, em: set.em, color: INK });
            y += leading;
        }
        y - leading + set.em * 0.25
    }

    /// Adds a text in one line within a share of the room to its right; returns the place of its end.
    fn line(&mut self, text: &str, share: f32, line: &Line<'_>) -> f32 {
        let room = (WIDTH as f32 - MARGIN - line.x) * share;
        let text = lines::one_line(&shown(text, self.font), room / line.em, self.font);
        self.text(&text, line);
        line.x + self.font.width(&text) * line.em
    }

    fn text(&mut self, text: &str, line: &Line<'_>) {
        let Line { x, y, em, color } = line;
        if text.is_empty() {
            return;
        }
        self.add(format_args!("<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{em}\" fill=\"{color}\">"));
        for letter in text.chars() {
            match letter {
                '&' => self.svg.push_str("&amp;"),
                '<' => self.svg.push_str("&lt;"),
                '>' => self.svg.push_str("&gt;"),
                other => self.svg.push(other),
            }
        }
        self.svg.push_str("</text>");
    }

    fn add(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a string never fails.
        _ = self.svg.write_fmt(text);
    }
}

/// The phrases as they are shown; a space between two of them stays. Of a text that fits no card the first ones are enough.
fn with_edges(phrases: &[String], font: &Font) -> Vec<String> {
    let (mut all, mut length) = (Vec::new(), 0);
    for phrase in phrases {
        let mut text = shown(phrase, font);
        if phrase.ends_with(char::is_whitespace) {
            text.push(' ');
        }
        length += text.chars().count();
        all.push(text);
        if length > MOST {
            break;
        }
    }
    all
}

fn hex([red, green, blue]: Color) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}
