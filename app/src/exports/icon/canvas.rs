//! A square on which letters and rectangles are drawn in shades between two colours.

use ab_glyph::{Font as _, FontRef, PxScale, point};
use png::{BitDepth, ColorType, Compression, Encoder};

/// Inter Bold, cut down to the capital letters of Latin-1 (SIL Open Font License, `letters-LICENSE.txt`).
const LETTERS: &[u8] = include_bytes!("letters.ttf");
/// The most of the side that letters take, in width and in height.
const WIDTH: f32 = 0.68;
const HEIGHT: f32 = 0.4;
/// The number of shades, and of steps between a transparent pixel and an opaque one.
const SHADES: u8 = 16;

/// A square of pixels, each with its level between the dark and the light colour.
pub(super) struct Canvas {
    side: u32,
    levels: Vec<f32>,
}

/// Whether a letter can be drawn.
pub(super) fn has_letter(letter: char) -> bool {
    font().glyph_id(letter).0 != 0
}

fn font() -> FontRef<'static> {
    FontRef::try_from_slice(LETTERS).expect("the font is a part of the program")
}

impl Canvas {
    pub(super) fn new(side: u32) -> Self {
        Self { side, levels: vec![0.0; (side * side) as usize] }
    }

    /// Fills a rectangle (left, top, right, bottom as shares of the side). Pixels at its edges get a part of the level.
    pub(super) fn fill(&mut self, rectangle: [f32; 4], level: f32) {
        let [left, top, right, bottom] = rectangle.map(|share| share * self.side as f32);
        let covered = |pixel: u32, from: f32, to: f32| {
            let pixel = pixel as f32;
            (to.min(pixel + 1.0) - from.max(pixel)).clamp(0.0, 1.0)
        };
        for y in 0..self.side {
            for x in 0..self.side {
                let coverage = covered(x, left, right) * covered(y, top, bottom);
                self.mix(x, y, coverage, level);
            }
        }
    }

    /// Draws letters in the middle, at most as large as this share of the usual size.
    pub(super) fn draw_letters(&mut self, letters: &str, size: f32) {
        let font = font();
        let side = self.side as f32;
        // In units of the font.
        let mut place = 0.0;
        let mut glyphs = Vec::new();
        let (mut left, mut right, mut height) = (f32::MAX, f32::MIN, 1.0_f32);
        for letter in letters.chars() {
            let id = font.glyph_id(letter);
            if let Some(outline) = font.outline(id) {
                left = left.min(place + outline.bounds.min.x);
                right = right.max(place + outline.bounds.max.x);
            }
            glyphs.push((id, place));
            place += font.h_advance_unscaled(id);
        }
        if let Some(outline) = font.outline(font.glyph_id('H')) {
            height = outline.bounds.height().abs();
        }
        let scale = (WIDTH * size * side / (right - left).max(1.0)).min(HEIGHT * size * side / height);
        let origin = point((side - (right + left) * scale) / 2.0, (side + height * scale) / 2.0);
        for (id, place) in glyphs {
            let position = point(origin.x + place * scale, origin.y);
            let glyph = id.with_scale_and_position(PxScale::from(scale * font.height_unscaled()), position);
            let Some(outlined) = font.outline_glyph(glyph) else { continue };
            let corner = outlined.px_bounds().min;
            outlined.draw(|x, y, coverage| {
                let (x, y) = (corner.x + x as f32, corner.y + y as f32);
                if x >= 0.0 && y >= 0.0 && x < side && y < side {
                    self.mix(x as u32, y as u32, coverage.min(1.0), 1.0);
                }
            });
        }
    }

    fn mix(&mut self, x: u32, y: u32, coverage: f32, level: f32) {
        let pixel = &mut self.levels[(y * self.side + x) as usize];
        *pixel += (level - *pixel) * coverage;
    }

    /// The picture in a dark and a light colour, with round corners of this radius as a share of the side.
    pub(super) fn png(&self, [dark, light]: [[u8; 3]; 2], radius: f32) -> Vec<u8> {
        let mixed = |shade: u8| {
            let part = |place: usize| {
                let [from, to] = [dark, light].map(|color| u32::from(color[place]));
                let last = u32::from(SHADES - 1);
                ((from * (last - u32::from(shade)) + to * u32::from(shade) + last / 2) / last) as u8
            };
            [part(0), part(1), part(2)]
        };
        let mut palette: Vec<u8> = (0..SHADES).flat_map(mixed).collect();
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, self.side, self.side);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_compression(Compression::High);
        if radius > 0.0 {
            // The corners: the dark colour, more and more opaque.
            palette.extend((0..SHADES).flat_map(|_| dark));
            let steps = (0..SHADES).map(|step| step * (u8::MAX / (SHADES - 1)));
            encoder.set_trns((0..SHADES).map(|_| u8::MAX).chain(steps).collect::<Vec<_>>());
        }
        encoder.set_palette(palette);
        let step = |share: f32| (share * f32::from(SHADES - 1)).round() as u8;
        let pixels: Vec<u8> = (0..self.side)
            .flat_map(|y| (0..self.side).map(move |x| (x, y)))
            .zip(&self.levels)
            .map(|((x, y), level)| match step(self.opacity(x, y, radius)) {
                opacity if opacity < SHADES - 1 => SHADES + opacity,
                _ => step(*level),
            })
            .collect();
        let mut writer = encoder.write_header().expect("memory takes every byte");
        writer.write_image_data(&pixels).expect("there is a byte for every pixel");
        writer.finish().expect("memory takes every byte");
        bytes
    }

    /// The share of a pixel that lies inside of the round corners.
    fn opacity(&self, x: u32, y: u32, radius: f32) -> f32 {
        let (side, radius) = (self.side as f32, radius * self.side as f32);
        let beyond = |pixel: u32| {
            let middle = pixel as f32 + 0.5;
            (radius - middle).max(middle - (side - radius)).max(0.0)
        };
        (radius - beyond(x).hypot(beyond(y)) + 0.5).clamp(0.0, 1.0).max(f32::from(radius == 0.0))
    }
}
