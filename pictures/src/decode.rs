//! Decodes image files: upright, in sRGB, with eight bits a channel and without metadata.

use std::io::Cursor;

use conference::{
    message,
    picture::{Content, Fault},
};
use image::{
    AnimationDecoder as _, DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits,
    codecs::gif::GifDecoder,
};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::{ending::is_whole, sniff::sniff};

/// Larger images are not decoded: a file of a few kilobytes can claim billions of pixels. The largest consumer cameras
/// have 61 million.
const MOST_PIXELS: u64 = 64_000_000;

/// The memory limit for one image, in bytes.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;

/// A decoded image.
#[derive(Debug)]
pub(super) struct Decoded {
    /// RGB, or RGBA if it is transparent.
    pub(super) image: DynamicImage,
    /// The format of the file, independent of its name.
    pub(super) format: ImageFormat,
    /// Whether the file contains several images.
    pub(super) animated: bool,
}

pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, Fault> {
    // HEIC files from telephones are often renamed to `.jpg`.
    if let Some(Content::Broken(fault)) = sniff(bytes) {
        return Err(fault);
    }
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| damaged())?;
    let format = reader.format().ok_or_else(|| {
        Fault::Damaged(message!(
            "it is neither JPEG, PNG, WebP nor GIF",
            "中身がJPEG、PNG、WebP、GIFのどれでもありません"
        ))
    })?;
    if format == ImageFormat::Jpeg && !is_whole(bytes) {
        return Err(damaged());
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| match error {
        ImageError::Unsupported(_) => Fault::Unsupported(name(format)),
        _ => damaged(),
    })?;
    let (width, height) = decoder.dimensions();
    let too_many = Fault::TooManyPixels { width, height };
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(too_many);
    }
    let orientation = decoder.orientation().map_err(|_| damaged())?;
    // A damaged colour profile is ignored.
    let profile = decoder.icc_profile().ok().flatten();
    let image = DynamicImage::from_decoder(decoder).map_err(|error| match error {
        ImageError::Limits(_) => too_many,
        _ => damaged(),
    })?;
    let mut image = flattened(image);
    if let Some(profile) = profile {
        convert_to_srgb(&mut image, &profile);
    }
    image.apply_orientation(orientation);
    Ok(Decoded { image, format, animated: format == ImageFormat::Gif && has_frames(bytes) })
}

/// The messages of decoders are technical and in English, so they are not shown.
fn damaged() -> Fault {
    Fault::Damaged(message!("its data is damaged, or its end is missing", "データが壊れているか、途中で切れています"))
}

/// The common name of a format.
fn name(format: ImageFormat) -> String {
    let extension = format.extensions_str().first().copied().unwrap_or("an unknown format");
    extension.to_ascii_uppercase()
}

/// RGB, or RGBA if at least one pixel is transparent.
fn flattened(image: DynamicImage) -> DynamicImage {
    if !image.color().has_alpha() {
        return DynamicImage::ImageRgb8(image.into_rgb8());
    }
    let image = image.into_rgba8();
    match image.pixels().all(|pixel| pixel.0[3] == 255) {
        true => DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(image).into_rgb8()),
        false => DynamicImage::ImageRgba8(image),
    }
}

/// Telephones use other colour spaces than sRGB; the profile is part of the metadata that is dropped.
fn convert_to_srgb(image: &mut DynamicImage, profile: &[u8]) {
    let Ok(profile) = ColorProfile::new_from_slice(profile) else { return };
    if profile.color_space != DataColorSpace::Rgb {
        return;
    }
    let (layout, samples): (Layout, &mut [u8]) = match image {
        DynamicImage::ImageRgb8(image) => (Layout::Rgb, image),
        DynamicImage::ImageRgba8(image) => (Layout::Rgba, image),
        _ => return,
    };
    let srgb = ColorProfile::new_srgb();
    let Ok(transform) = profile.create_transform_8bit(layout, &srgb, layout, TransformOptions::default()) else {
        return;
    };
    // In chunks, as a copy of the whole image would double the memory use.
    let mut converted = [0; 3 * 4 * 1024];
    for piece in samples.chunks_mut(converted.len()) {
        let converted = &mut converted[..piece.len()];
        if transform.transform(piece, converted).is_ok() {
            piece.copy_from_slice(converted);
        }
    }
}

fn has_frames(bytes: &[u8]) -> bool {
    let decoder = GifDecoder::new(Cursor::new(bytes));
    decoder.is_ok_and(|decoder| decoder.into_frames().take(2).filter(Result::is_ok).count() > 1)
}
