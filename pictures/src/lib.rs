//! Measures images, and makes the renditions that pages show: bytes in, bytes out.
//!
//! A crate of its own, as the encoders are built where they are called: here they are optimised in development too, and
//! only once.

mod decode;
mod encode;
mod measure;

use conference::picture::{Content, Fault, Operation};

use self::decode::Decoded;

/// An image that was decoded: upright, in sRGB, without metadata.
#[derive(Debug)]
pub struct Image(image::DynamicImage);

/// What a file shows, by its bytes.
pub fn measure(bytes: &[u8]) -> Content {
    measure::measure(bytes)
}

impl Image {
    /// Decodes a file.
    ///
    /// # Errors
    /// Where it is damaged, in a format that is not read, or would take too much memory.
    pub fn decode(bytes: &[u8]) -> Result<Self, Fault> {
        decode::decode(bytes).map(|Decoded { image, .. }| Self(image))
    }

    /// Makes a rendition: the bytes of a file.
    ///
    /// # Errors
    /// Where the encoder fails, which it does for want of memory alone.
    pub fn render(&self, operation: &Operation) -> anyhow::Result<Vec<u8>> {
        encode::encode(&self.0, operation)
    }
}
