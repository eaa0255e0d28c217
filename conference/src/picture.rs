//! Pictures: their properties, and the sizes and formats in which pages show them.
//!
//! Nothing is decoded here: the server measures the files, and makes the rendition that an [`Operation`] describes.

mod rendition;

use crate::{diagnostic::Message, message};
use std::fmt;

pub use rendition::{Crop, Encoding, Operation, Renditions};

/// The content of an asset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Not an image: served unchanged.
    File,
    /// An image that is served unchanged: a vector drawing or an animation.
    Image {
        /// Width and height in pixels, if known.
        size: Option<(u32, u32)>,
    },
    /// An image that pages show as renditions; the file itself is never served.
    Picture(Picture),
    /// An image that cannot be shown.
    Broken(Fault),
}

/// The properties of an image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its width in pixels, upright.
    pub width: u32,
    /// Its height in pixels, upright.
    pub height: u32,
    /// Photograph or drawing.
    pub medium: Medium,
    /// Its average colour, shown until it has loaded.
    pub color: Color,
}

/// The kind of an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// Many colours, opaque: encoded as AVIF and JPEG.
    Photograph,
    /// Few colours or transparent, with sharp edges: encoded as PNG.
    Drawing,
}

/// The reason why an image cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Decoding it would take too much memory.
    TooManyPixels {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
    },
    /// The file is too large to be read.
    TooLong {
        /// In bytes.
        length: u64,
    },
    /// An unsupported format, by its name.
    Unsupported(String),
    /// A damaged file; the damage is a sentence without full stop.
    Damaged(Message),
}

impl Fault {
    /// The problem, as a sentence without full stop.
    pub(crate) fn message(&self, name: &str) -> Message {
        match self {
            Self::TooManyPixels { width, height } => message!(
                "`{name}` has too many pixels ({width} × {height})",
                "`{name}`のピクセル数が多すぎます（{width}×{height}）"
            ),
            Self::TooLong { length } => {
                message!("`{name}` has {size} MB", "`{name}`は{size} MBあります", size = length / 1_000_000)
            }
            Self::Unsupported(format) => {
                message!("`{name}` is {format}, which is not read", "`{name}`の形式（{format}）は読めません")
            }
            Self::Damaged(reason) => {
                message!(
                    "`{name}` cannot be decoded: {reason}",
                    "`{name}`を画像として読めません。{reason}",
                    reason = *reason
                )
            }
        }
    }

    /// The suggestion, as a sentence without full stop.
    pub(crate) fn help(&self) -> Message {
        match self {
            Self::TooManyPixels { .. } | Self::TooLong { .. } => {
                message!(
                    "make it smaller: 2560 pixels in width are enough for any page",
                    "小さくしてください。どのページでも幅2560ピクセルあれば足ります"
                )
            }
            Self::Unsupported(_) => message!("save it as JPEG or PNG", "JPEGかPNGで保存してください"),
            Self::Damaged(_) => message!(
                "export it again as JPEG or PNG; whether an image viewer can open it tells you more",
                "JPEGかPNGで書き出し直してください。画像ビューアーで開けるかどうかも確かめてみてください"
            ),
        }
    }
}

/// A colour in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Color(pub [u8; 3]);

impl fmt::Display for Color {
    /// As in CSS, without the number sign: `7a6b5c`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([red, green, blue]) = self;
        write!(formatter, "{red:02x}{green:02x}{blue:02x}")
    }
}

/// The role of a picture on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// A person in a list: a square of up to 72 CSS pixels.
    Avatar,
    /// A person on their page: a square of up to 128 CSS pixels.
    Portrait,
    /// A figure within text, up to the measure of 640 CSS pixels.
    Figure,
    /// A picture behind a link.
    Link,
}

impl Role {
    /// The side of a square role in CSS pixels.
    fn side(self) -> Option<u32> {
        match self {
            Self::Avatar => Some(72),
            Self::Portrait => Some(128),
            Self::Figure | Self::Link => None,
        }
    }

    /// The widths of the renditions for a role that is not square, in pixels.
    fn widths(self) -> &'static [u32] {
        match self {
            Self::Figure => &[320, 640, 960, 1280],
            _ => &[2560],
        }
    }

    /// The pixels of the narrower side, or of the width, that an image needs to look sharp on a screen of plain
    /// density.
    pub(crate) fn least(self) -> u32 {
        self.side().unwrap_or(640)
    }
}

impl Picture {
    /// The CSS class with the average colour; none for a drawing, which may be transparent.
    pub fn tint(&self) -> Option<String> {
        (self.medium == Medium::Photograph).then(|| format!("tint-{}", self.color))
    }

    /// The renditions for a role. Images are never enlarged.
    pub fn renditions(&self, source: [u8; 32], role: Role) -> Renditions {
        let shorter = self.width.min(self.height).max(1);
        let (crop, sizes) = match role.side() {
            Some(side) => (Crop::Square, [side, side * 2].map(|side| (side.min(shorter), side.min(shorter))).to_vec()),
            None => (Crop::Whole, role.widths().iter().map(|width| self.scaled(*width)).collect()),
        };
        let mut sizes = sizes;
        sizes.dedup();
        let largest = *sizes.last().expect("every place has a size");
        let (width, height) = match role.side() {
            Some(side) => (side.min(shorter), side.min(shorter)),
            None => largest,
        };
        let operations = |encoding| {
            let operation = |&(width, height): &(u32, u32)| Operation { source, crop, width, height, encoding };
            sizes.iter().map(operation).collect::<Vec<_>>()
        };
        let (modern, fallback) = match (self.medium, role) {
            // A linked image may be saved, so its format is one that every program knows.
            (Medium::Photograph, Role::Link) => (Vec::new(), operations(Encoding::Jpeg)),
            (Medium::Photograph, _) => (operations(Encoding::Avif), operations(Encoding::Jpeg)),
            (Medium::Drawing, _) => (Vec::new(), operations(Encoding::Png)),
        };
        Renditions { modern, fallback, width, height }
    }

    /// Width and height when scaled down to a width; the original ones if they are smaller.
    fn scaled(&self, width: u32) -> (u32, u32) {
        let width = width.min(self.width).max(1);
        let whole = u64::from(self.width.max(1));
        let height = (u64::from(self.height) * u64::from(width) + whole / 2) / whole;
        (width, u32::try_from(height).unwrap_or(u32::MAX).max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(size: (u32, u32), medium: Medium, role: Role, modern: &str, fallback: &str) {
        let picture = Picture { width: size.0, height: size.1, medium, color: Color([0; 3]) };
        let renditions = picture.renditions([0; 32], role);
        let text = |operations: &[Operation]| {
            let sizes = operations.iter().map(|operation| {
                format!("{}x{} {}", operation.width, operation.height, operation.encoding.extension())
            });
            sizes.collect::<Vec<_>>().join(", ")
        };
        assert_eq!((text(&renditions.modern).as_str(), text(&renditions.fallback).as_str()), (modern, fallback));
    }

    #[test]
    fn a_figure_has_the_widths_of_its_place_but_is_never_enlarged() {
        let photograph = Medium::Photograph;
        check(
            (4000, 3000),
            photograph,
            Role::Figure,
            "320x240 avif, 640x480 avif, 960x720 avif, 1280x960 avif",
            "320x240 jpg, 640x480 jpg, 960x720 jpg, 1280x960 jpg",
        );
        check(
            (700, 7),
            photograph,
            Role::Figure,
            "320x3 avif, 640x6 avif, 700x7 avif",
            "320x3 jpg, 640x6 jpg, 700x7 jpg",
        );
        check((1, 1), photograph, Role::Figure, "1x1 avif", "1x1 jpg");
        check((5000, 10), photograph, Role::Link, "", "2560x5 jpg");
    }

    #[test]
    fn a_portrait_is_a_square_for_plain_and_sharp_screens() {
        check(
            (4000, 3000),
            Medium::Photograph,
            Role::Portrait,
            "128x128 avif, 256x256 avif",
            "128x128 jpg, 256x256 jpg",
        );
        check((100, 3000), Medium::Drawing, Role::Avatar, "", "72x72 png, 100x100 png");
        check((60, 50), Medium::Drawing, Role::Avatar, "", "50x50 png");
    }
}
