//! Detects truncated JPEG files: the decoder would fill the missing part with grey.

/// Whether an end marker (ITU-T T.81, section B.1.1.3) follows the first scan. Data after it is ignored.
///
/// Segments are skipped by their lengths, as embedded thumbnails contain end markers.
pub(super) fn is_whole(jpeg: &[u8]) -> bool {
    let mut rest = jpeg;
    let mut scanned = false;
    while let Some((marker, after)) = next_marker(rest) {
        rest = match marker {
            END if scanned => return true,
            // Markers without a segment.
            END | START | TEMPORARY | RESTART_FIRST..=RESTART_LAST => after,
            _ => {
                scanned |= marker == SCAN;
                let length = after.first_chunk().map_or(0, |length| usize::from(u16::from_be_bytes(*length)));
                after.get(length..).unwrap_or_default()
            }
        };
    }
    false
}

const TEMPORARY: u8 = 0x01;
const RESTART_FIRST: u8 = 0xd0;
const RESTART_LAST: u8 = 0xd7;
const START: u8 = 0xd8;
const END: u8 = 0xd9;
const SCAN: u8 = 0xda;

/// The next marker and the data after it. In a scan `FF 00` stands for the byte `FF`; any number of `FF` may precede a
/// marker.
fn next_marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let place = bytes.windows(2).position(|pair| pair[0] == 0xff && !matches!(pair[1], 0 | 0xff))?;
    Some((bytes[place + 1], &bytes[place + 2..]))
}

#[cfg(test)]
mod tests {
    use image::{DynamicImage, ExtendedColorType, ImageEncoder as _, RgbImage, codecs::jpeg::JpegEncoder};

    use super::is_whole;

    /// A photograph with a thumbnail in its metadata.
    fn jpeg() -> Vec<u8> {
        let encoded = |width: u32, thumbnail: Option<Vec<u8>>| {
            let image = DynamicImage::ImageRgb8(RgbImage::from_fn(width, width, |x, y| {
                image::Rgb([u8::try_from(x * 7 % 256).unwrap_or(0), u8::try_from(y * 13 % 256).unwrap_or(0), 90])
            }));
            let mut bytes = Vec::new();
            let mut encoder = JpegEncoder::new(&mut bytes);
            if let Some(thumbnail) = thumbnail {
                encoder.set_exif_metadata(thumbnail).expect("JPEG holds Exif");
            }
            encoder.write_image(image.as_bytes(), width, width, ExtendedColorType::Rgb8).expect("it can be encoded");
            bytes
        };
        encoded(120, Some(encoded(16, None)))
    }

    #[test]
    fn a_jpeg_without_its_end_is_known() {
        let jpeg = jpeg();
        assert!(is_whole(&jpeg));
        for length in [0, 2, 500, jpeg.len() / 2, jpeg.len() - 2, jpeg.len() - 1] {
            assert!(!is_whole(&jpeg[..length]), "{length} of {}", jpeg.len());
        }
    }

    #[test]
    fn what_follows_the_end_does_not_matter() {
        assert!(is_whole(&[&jpeg()[..], b"\0\0SEFT of a telephone"].concat()));
        let jpeg = jpeg();
        let filled = [&jpeg[..jpeg.len() - 2], b"\xff\xff\xff\xd9"].concat();
        assert!(is_whole(&filled));
    }
}
