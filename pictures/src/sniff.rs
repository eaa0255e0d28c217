//! Detects file types from content, independent of names.

use conference::picture::{Content, Fault};
use image::ImageFormat;

/// The content of a file as far as its first bytes tell; `None` if it has to be decoded.
///
/// Thirty-two bytes are enough. Vector drawings are text, and are detected by their names.
pub fn sniff(first: &[u8]) -> Option<Content> {
    let unsupported = |format: &str| Some(Content::Broken(Fault::Unsupported(format.to_owned())));
    // ISO base media files (ISO/IEC 14496-12, section 4.3) name their brand; those of images are in ISO/IEC 23008-12.
    match (first.get(4..8), first.get(8..12)) {
        (Some(b"ftyp"), Some(b"avif" | b"avis")) => return unsupported("AVIF"),
        (Some(b"ftyp"), Some(b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1")) => {
            return unsupported("HEIC");
        }
        _ => {}
    }
    match image::guess_format(first) {
        Ok(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP | ImageFormat::Gif) => None,
        Ok(ImageFormat::Tiff) => unsupported("TIFF"),
        // The signatures of other formats are so short that a text may begin with them; such files contain no metadata.
        _ => Some(Content::File),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn images_are_known_by_their_first_bytes() {
        for image in
            [&b"\xff\xd8\xff\xe1\x12\x34Exif\0\0"[..], b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\0\0\0\0WEBPVP8 "]
        {
            assert_eq!(sniff(image), None, "{image:?}");
        }
        for (image, name) in [
            (&b"\0\0\0\x18ftypheic\0\0\0\0"[..], "HEIC"),
            (b"\0\0\0\x1cftypavif", "AVIF"),
            (b"II*\0\x08\0\0\0", "TIFF"),
        ] {
            assert_eq!(sniff(image), Some(Content::Broken(Fault::Unsupported(name.to_owned()))));
        }
        for other in [&b"%PDF-1.7"[..], b"BM is how this text begins", b"P1 and P2", b"\0\0\0\x18ftypmp42", b""] {
            assert_eq!(sniff(other), Some(Content::File), "{other:?}");
        }
    }
}
