//! Renditions of pictures: their operations and file names.

/// The operation that makes a rendition: crop, scale, encode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// The BLAKE3 digest of the file.
    pub source: [u8; 32],
    /// The part of the image that is shown.
    pub crop: Crop,
    /// Width of the rendition in pixels.
    pub width: u32,
    /// Height of the rendition in pixels.
    pub height: u32,
    /// Its format.
    pub encoding: Encoding,
}

/// The part of an image that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crop {
    /// The whole image.
    Whole,
    /// The largest square; of a tall image somewhat above the centre, where faces are.
    Square,
}

/// The format of a rendition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// AV1 Image File Format.
    Avif,
    /// JPEG, for browsers without AVIF.
    Jpeg,
    /// PNG, lossless.
    Png,
}

impl Encoding {
    /// The file extension.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Avif => "avif",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }

    /// The media type (RFC 2046; `image/avif` as registered with IANA).
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Avif => "image/avif",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }
}

impl Operation {
    /// Increased when the encoders or their settings change, so that cached renditions are made again.
    const VERSION: u8 = 1;

    /// The file name: a digest of source and operation, so that it can be cached for ever.
    pub fn name(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&[Self::VERSION, u8::from(self.crop == Crop::Square)]);
        hasher.update(&self.source);
        hasher.update(&self.width.to_le_bytes());
        hasher.update(&self.height.to_le_bytes());
        hasher.update(self.encoding.extension().as_bytes());
        format!("{}.{}", &hasher.finalize().to_hex()[..20], self.encoding.extension())
    }
}

/// The renditions of a picture for one role, from small to large.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renditions {
    /// For browsers that support the format; empty for drawings.
    pub modern: Vec<Operation>,
    /// For all browsers; never empty.
    pub fallback: Vec<Operation>,
    /// The largest width in CSS pixels.
    pub width: u32,
    /// The largest height in CSS pixels.
    pub height: u32,
}

impl Renditions {
    /// Every operation.
    pub fn into_operations(self) -> impl Iterator<Item = Operation> {
        self.modern.into_iter().chain(self.fallback)
    }

    /// The rendition for browsers that do not choose: for a screen of plain density.
    pub fn plain(&self) -> &Operation {
        self.fallback.iter().rfind(|operation| operation.width <= 960).unwrap_or(&self.fallback[0])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_difference_gives_another_name() {
        let operation =
            Operation { source: [1; 32], crop: Crop::Whole, width: 10, height: 20, encoding: Encoding::Avif };
        let others = [
            Operation { source: [2; 32], ..operation.clone() },
            Operation { crop: Crop::Square, ..operation.clone() },
            Operation { width: 11, ..operation.clone() },
            Operation { height: 21, ..operation.clone() },
            Operation { encoding: Encoding::Png, ..operation.clone() },
        ];
        assert_eq!(operation.name(), operation.clone().name());
        for other in others {
            assert_ne!(other.name(), operation.name(), "{other:?}");
        }
    }
}
