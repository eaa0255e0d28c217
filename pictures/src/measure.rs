//! Measures image files: size, kind and average colour.

use std::collections::HashSet;

use conference::picture::{Color, Content, Medium, Picture};
use image::{DynamicImage, ImageFormat};

use super::decode::{Decoded, decode};

/// The number of sampled pixels, evenly spread.
const SAMPLES: usize = 4096;

/// With more distinct colours among the samples, an image is a photograph.
const COLORS_OF_DRAWING: usize = SAMPLES / 4;

pub(super) fn measure(bytes: &[u8]) -> Content {
    let Decoded { image, format, animated } = match decode(bytes) {
        Ok(decoded) => decoded,
        Err(fault) => return Content::Broken(fault),
    };
    let (width, height) = (image.width(), image.height());
    if animated {
        return Content::Image { size: Some((width, height)) };
    }
    let (color, colors) = sample(&image);
    let is_drawing = matches!(image, DynamicImage::ImageRgba8(_)) || colors <= COLORS_OF_DRAWING;
    let medium = match format {
        ImageFormat::Jpeg => Medium::Photograph,
        _ if is_drawing => Medium::Drawing,
        _ => Medium::Photograph,
    };
    Content::Picture(Picture { width, height, medium, color })
}

/// The average colour of the samples, and the number of distinct colours.
fn sample(image: &DynamicImage) -> (Color, usize) {
    let channels = usize::from(image.color().channel_count());
    let bytes = image.as_bytes();
    // An odd step, so that the samples are not all in the same columns.
    let step = (bytes.len() / channels / SAMPLES).max(1) | 1;
    let mut sums = [0_u64; 3];
    let mut count = 0;
    let mut colors = HashSet::new();
    for pixel in bytes.chunks_exact(channels).step_by(step) {
        let rgb = [pixel[0], pixel[1], pixel[2]];
        for (sum, value) in sums.iter_mut().zip(rgb) {
            *sum += u64::from(value);
        }
        count += 1;
        colors.insert(rgb);
    }
    let average = sums.map(|sum| u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX));
    (Color(average), colors.len())
}
