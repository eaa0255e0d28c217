//! The files that are made of a picture: what each is, and its name.

/// How a rendition is made from a file: crop, scale, encode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// The BLAKE3 digest of the file.
    pub source: [u8; 32],
    /// What of it is shown.
    pub crop: Crop,
    /// Width of the rendition in pixels.
    pub width: u32,
    /// Height of the rendition in pixels.
    pub height: u32,
    /// Its format.
    pub encoding: Encoding,
}

/// What of an image is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crop {
    /// All of it.
    Whole,
    /// The largest square: of a tall image somewhat above the middle, where faces are.
    Square,
}

/// The format of a rendition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// AV1 Image File Format.
    Avif,
    /// JPEG, for browsers that do not know AVIF.
    Jpeg,
    /// PNG, lossless.
    Png,
}

impl Encoding {
    /// The ending of file names.
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
    /// Raised when the encoders or their settings change, so that what was made before is made again.
    const VERSION: u8 = 1;

    /// The file name of the rendition: a digest of source and operation, so that it can be kept for ever.
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

/// The renditions of a picture for one place, from small to large.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renditions {
    /// For browsers that know the format; empty for drawings.
    pub modern: Vec<Operation>,
    /// For every browser; never empty.
    pub fallback: Vec<Operation>,
    /// Width in CSS pixels, at most.
    pub width: u32,
    /// Height in CSS pixels, at most.
    pub height: u32,
}

impl Renditions {
    /// Every operation.
    pub fn into_operations(self) -> impl Iterator<Item = Operation> {
        self.modern.into_iter().chain(self.fallback)
    }

    /// The one for a browser that chooses none: enough for a plain screen.
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
