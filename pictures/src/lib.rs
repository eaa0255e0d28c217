//! Measures images and makes renditions: bytes in, bytes out.
//!
//! A crate of its own, as the generic encoders are compiled where they are used: here they are optimised even in
//! development builds, and compiled only once.

mod decode;
mod encode;
mod ending;
mod measure;
mod sniff;

use std::panic::{AssertUnwindSafe, catch_unwind};

use anyhow::Context as _;
use conference::{
    message,
    picture::{Content, Fault, Operation},
};

use self::decode::Decoded;
pub use self::sniff::sniff;

/// A decoded image: upright, in sRGB, without metadata.
#[derive(Debug)]
pub struct Image(image::DynamicImage);

/// Determines the content of a file from its bytes.
pub fn measure(bytes: &[u8]) -> Content {
    guarded(|| measure::measure(bytes)).unwrap_or_else(|| Content::Broken(unknown()))
}

/// Runs a codec; `None` if it panics. No state of the codec survives.
fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

fn unknown() -> Fault {
    Fault::Damaged(message!("the program fails on it", "プログラムが処理できませんでした"))
}

impl Image {
    /// Decodes a file.
    ///
    /// # Errors
    ///
    /// If it is damaged, in an unsupported format, or would take too much memory.
    pub fn decode(bytes: &[u8]) -> Result<Self, Fault> {
        let decoded = guarded(|| decode::decode(bytes)).unwrap_or_else(|| Err(unknown()));
        decoded.map(|Decoded { image, .. }| Self(image))
    }

    /// Its width and its height, and the red, green, blue and opacity of each pixel.
    pub fn into_rgba(self) -> (u32, u32, Vec<u8>) {
        let image = self.0.into_rgba8();
        (image.width(), image.height(), image.into_raw())
    }

    /// Makes a rendition: the bytes of a file.
    ///
    /// # Errors
    ///
    /// If the encoder fails.
    pub fn render(&self, operation: &Operation) -> anyhow::Result<Vec<u8>> {
        guarded(|| encode::encode(&self.0, operation)).context("the encoder failed")?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photograph_that_was_cut_off_is_damaged() {
        let mut jpeg = std::io::Cursor::new(Vec::new());
        let image = image::DynamicImage::new_rgb8(640, 480);
        image.write_to(&mut jpeg, image::ImageFormat::Jpeg).expect("it can be encoded");
        let jpeg = jpeg.into_inner();
        assert!(matches!(measure(&jpeg), Content::Picture(_)));
        assert!(matches!(measure(&jpeg[..jpeg.len() * 3 / 4]), Content::Broken(Fault::Damaged(_))));
    }

    #[test]
    fn a_format_that_is_not_read_is_named_whatever_the_name_of_the_file_is() {
        let heic = Fault::Unsupported("HEIC".to_owned());
        assert_eq!(measure(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), Content::Broken(heic));
    }

    #[test]
    fn a_codec_that_fails_ends_nothing_else() {
        let none: [u8; 0] = [];
        assert_eq!(guarded(|| none[std::hint::black_box(0)]), None);
        assert_eq!(guarded(|| 1), Some(1));
    }
}
