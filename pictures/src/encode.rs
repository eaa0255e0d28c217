//! Makes a rendition: crops, scales and encodes.

use anyhow::Context as _;
use conference::picture::{Crop, Encoding, Operation};
use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::{
    DynamicImage,
    codecs::{
        avif::AvifEncoder,
        jpeg::JpegEncoder,
        png::{CompressionType, FilterType as PngFilter, PngEncoder},
    },
};

/// 0 to 100. Faces stay recognisable, and a figure of 640 pixels has about 30 kB.
const AVIF_QUALITY: u8 = 62;

/// 1 to 10. Speed 8 takes twice the time of 9 for the same size; 10 saves no time and takes an eighth more bytes.
const AVIF_SPEED: u8 = 9;

/// 0 to 100, for the few browsers without AVIF.
const JPEG_QUALITY: u8 = 80;

pub(super) fn encode(image: &DynamicImage, operation: &Operation) -> anyhow::Result<Vec<u8>> {
    let scaled = scale(image, operation)?;
    let mut bytes = Vec::new();
    match operation.encoding {
        Encoding::Avif => {
            let encoder = AvifEncoder::new_with_speed_quality(&mut bytes, AVIF_SPEED, AVIF_QUALITY);
            // One thread, as there is a worker on every core already.
            scaled.write_with_encoder(encoder.with_num_threads(Some(1)))
        }
        Encoding::Jpeg => scaled.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY)),
        Encoding::Png => scaled.write_with_encoder(PngEncoder::new_with_quality(
            &mut bytes,
            CompressionType::Best,
            PngFilter::Adaptive,
        )),
    }
    .context("it could not be encoded")?;
    Ok(bytes)
}

fn scale(image: &DynamicImage, operation: &Operation) -> anyhow::Result<DynamicImage> {
    let (width, height) = (f64::from(image.width()), f64::from(image.height()));
    let mut options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
    if operation.crop == Crop::Square {
        let side = width.min(height);
        // Faces are above the centre.
        options = options.crop((width - side) / 2.0, (height - side) / 4.0, side, side);
    }
    let mut scaled = DynamicImage::new(operation.width, operation.height, image.color());
    Resizer::new().resize(image, &mut scaled, &options).context("it could not be scaled")?;
    Ok(scaled)
}
