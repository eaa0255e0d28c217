//! Opens an image file: upright, in sRGB, eight bits a channel, without any of its metadata.

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

/// More pixels are not decoded: a file of a few kilobytes can claim thousands of millions. The largest of today's cameras
/// for everybody have 61 million.
const MOST_PIXELS: u64 = 64_000_000;

/// More memory is not taken for one image, in bytes.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;

/// A decoded image.
#[derive(Debug)]
pub(super) struct Decoded {
    /// RGB, or RGBA where one sees through it.
    pub(super) image: DynamicImage,
    /// What format the file has, whatever its name says.
    pub(super) format: ImageFormat,
    /// Whether there are several images in the file.
    pub(super) animated: bool,
}

pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, Fault> {
    // What a telephone saved as HEIC is often renamed to `.jpg`.
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
    // A damaged profile is left out of account.
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

/// What decoders say more is for programmers, and in English.
fn damaged() -> Fault {
    Fault::Damaged(message!("its data is damaged, or its end is missing", "データが壊れているか、途中で切れています"))
}

/// The name of a format as one speaks of it.
fn name(format: ImageFormat) -> String {
    let extension = format.extensions_str().first().copied().unwrap_or("an unknown format");
    extension.to_ascii_uppercase()
}

/// RGB, or RGBA where at least one pixel lets something through.
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

/// Telephones write other colour spaces than sRGB, and say so in the metadata that is left out.
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
    // In pieces: a copy of the whole would take as much memory again.
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
