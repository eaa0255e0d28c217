//! Draws a card: its SVG as pixels, with portraits on top, as PNG.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::LazyLock,
};

use anyhow::{Context as _, bail};
use resvg::{
    tiny_skia::{FillRule, FilterQuality, IntSize, Paint, PathBuilder, Pattern, Pixmap, SpreadMode, Transform},
    usvg::{FontResolver, Options, Tree},
};

use crate::{Card, HEIGHT, WIDTH, font, svg};

/// A decoded photograph.
#[derive(Clone, Debug)]
pub struct Portrait {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Red, green, blue and opacity of every pixel, line by line.
    pub pixels: Vec<u8>,
}

/// The night behind every card. A gradient over the whole card takes as long as everything else on it, so it is drawn once.
static BACKGROUND: LazyLock<Option<Pixmap>> = LazyLock::new(|| {
    let tree = Tree::from_str(&svg::background(), &Options::default()).ok()?;
    let mut pixels = Pixmap::new(WIDTH, HEIGHT)?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    Some(pixels)
});

/// Draws a card with its portraits, in the order of [`Card::portraits`].
///
/// # Errors
/// If the program was built without the font, or if drawing fails.
pub fn png(card: &Card, portraits: &[Portrait]) -> anyhow::Result<Vec<u8>> {
    // No state of the libraries survives a panic.
    catch_unwind(AssertUnwindSafe(|| draw(card, portraits))).unwrap_or_else(|_| bail!("the drawing failed"))
}

fn draw(card: &Card, portraits: &[Portrait]) -> anyhow::Result<Vec<u8>> {
    let font = font::font().context("the program was built without the font of the cards")?;
    // No text has a character that all fonts lack.
    let font_resolver = FontResolver {
        select_font: Box::new(|_, _| font.main()),
        select_fallback: Box::new(|character, used, _| font.id(character).filter(|id| !used.contains(id))),
    };
    let options = Options { fontdb: font.database.clone(), font_resolver, ..Options::default() };
    let drawing = svg::svg(card).context("the font is there")?;
    let tree = Tree::from_str(&drawing.svg, &options)?;
    let mut pixels = BACKGROUND.clone().context("the background could not be drawn")?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    for (place, portrait) in drawing.portraits.iter().zip(portraits) {
        draw_portrait(portrait, place, &mut pixels).context("a portrait has no pixels")?;
    }
    encode(&pixels)
}

/// Draws a photograph as a disc.
fn draw_portrait(portrait: &Portrait, place: &svg::Disc, pixels: &mut Pixmap) -> Option<()> {
    let size = IntSize::from_wh(portrait.width, portrait.height)?;
    let mut premultiplied = portrait.pixels.clone();
    for pixel in premultiplied.chunks_exact_mut(4) {
        let opacity = u16::from(pixel[3]);
        for color in &mut pixel[..3] {
            *color = u8::try_from(u16::from(*color) * opacity / 255).unwrap_or(u8::MAX);
        }
    }
    let photograph = Pixmap::from_vec(premultiplied, size)?;
    let &svg::Disc { x, y, radius } = place;
    let scale = radius * 2.0 / portrait.width.min(portrait.height) as f32;
    let (left, top) = (x - portrait.width as f32 * scale / 2.0, y - portrait.height as f32 * scale / 2.0);
    let transform = Transform::from_row(scale, 0.0, 0.0, scale, left, top);
    let shader = Pattern::new(photograph.as_ref(), SpreadMode::Pad, FilterQuality::Bicubic, 1.0, transform);
    let disc = PathBuilder::from_circle(x, y, radius)?;
    let paint = Paint { shader, ..Paint::default() };
    pixels.fill_path(&disc, &paint, FillRule::Winding, Transform::identity(), None);
    Some(())
}

/// The pixels as PNG. Nothing of a card is transparent.
fn encode(pixels: &Pixmap) -> anyhow::Result<Vec<u8>> {
    let mut opaque = Vec::with_capacity(pixels.data().len() / 4 * 3);
    for pixel in pixels.data().chunks_exact(4) {
        opaque.extend_from_slice(&pixel[..3]);
    }
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, WIDTH, HEIGHT);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    // Lines of one colour above each other: a search for better filters, or more work, would make files hardly smaller.
    encoder.set_deflate_compression(png::DeflateCompression::Level(2));
    encoder.set_filter(png::Filter::Up);
    encoder.write_header()?.write_image_data(&opaque)?;
    Ok(bytes)
}
