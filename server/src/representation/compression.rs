//! Content codings: for whole representations, and for fragments that are compressed once and assembled again and
//! again.

use std::io::{self, Write};

use brotli::enc::BrotliEncoderParams;
use flate2::{Compress, Compression, Crc, FlushCompress};

use super::{Chunks, negotiation::Coding};

/// The window of fragments, as the logarithm of its bytes. All fragments of one stream must have the same window.
const WINDOW: i32 = 16;

/// The settings of whole representations; other settings need another name. Of 11,386 pages and documents with 259 MB, Brotli 7
/// with this window made 42.5 MB in 5.6 s, and Brotli 9 with a window of 4 MiB 42.2 MB in 12.6 s; libdeflate 6 made 46.7 MB in
/// 2.0 s, and zlib-rs 9 as many in 4.4 s.
pub(crate) const COMPRESSION: &str = "serverlessconf: Brotli 7, built files 11, window 2^19; gzip of libdeflate 6";

/// The largest window of Brotli, as the logarithm of its bytes.
const BROTLI_WINDOW: u32 = 19;

/// The level of gzip, from 1 to 12.
const GZIP: i32 = 6;

/// Compresses a whole representation. The quality is that of Brotli, from 0 to 11. The result takes no more memory than its bytes.
pub(super) fn compress(whole: &Chunks, coding: Coding, quality: u8) -> io::Result<Vec<u8>> {
    let mut compressed = match coding {
        Coding::Brotli => {
            // The C library: the one in Rust clears megabytes for each text, and takes thirty times as long for a page.
            let mut writer = brotlic::CompressorWriter::with_encoder(encoder(whole.length(), quality)?, Vec::new());
            write(whole, &mut writer)?;
            writer.into_inner().map_err(brotlic::IntoInnerError::into_error)?
        }
        Coding::Zstandard => {
            // Levels from 10 on prepare tables for each text: 629 pages took 20 s instead of 0.2 s, for 0.03 % fewer bytes.
            let mut writer = zstd::Encoder::new(Vec::new(), 9)?;
            write(whole, &mut writer)?;
            writer.finish()?
        }
        Coding::Gzip => gzip(whole)?,
        Coding::Identity => whole.iter().flatten().copied().collect(),
    };
    compressed.shrink_to_fit();
    Ok(compressed)
}

/// Compresses to gzip with libdeflate, which reads a text in one piece.
fn gzip(whole: &Chunks) -> io::Result<Vec<u8>> {
    let level = libdeflater::CompressionLvl::new(GZIP).map_err(|_| io::Error::other("an unknown level of gzip"))?;
    let mut compressor = libdeflater::Compressor::new(level);
    let whole = whole.contiguous();
    let mut compressed = vec![0; compressor.gzip_compress_bound(whole.len())];
    let length = compressor.gzip_compress(&whole, &mut compressed).map_err(io::Error::other)?;
    compressed.truncate(length);
    Ok(compressed)
}

/// The original of a gzip form of this program.
pub(super) fn decompressed(gzip: &Chunks) -> io::Result<Vec<u8>> {
    let gzip = gzip.contiguous();
    // The last four bytes are the length (RFC 1952, section 2.3.1). No text of this program has 4 GiB.
    let length = gzip.last_chunk().map_or(0, |length| u32::from_le_bytes(*length)) as usize;
    let mut original = vec![0; length];
    libdeflater::Decompressor::new().gzip_decompress(&gzip, &mut original).map_err(io::Error::other)?;
    Ok(original)
}

/// An encoder for a text of so many bytes. Its window is not larger than the text (RFC 7932, section 9.1).
fn encoder(length: usize, quality: u8) -> io::Result<brotlic::BrotliEncoder> {
    let bits = (usize::BITS - length.leading_zeros()).clamp(10, BROTLI_WINDOW) as u8;
    let window = brotlic::WindowSize::new(bits).map_err(io::Error::other)?;
    let quality = brotlic::Quality::new(quality).map_err(io::Error::other)?;
    let hint = u32::try_from(length).unwrap_or(u32::MAX);
    let options = brotlic::BrotliEncoderOptions::new().quality(quality).window_size(window).size_hint(hint).build();
    options.map_err(io::Error::other)
}

fn write(whole: &Chunks, writer: &mut impl Write) -> io::Result<()> {
    whole.iter().try_for_each(|part| writer.write_all(part))
}

/// A coding whose compressed fragments can be concatenated.
///
/// Zstandard is not among them: its frames can be concatenated too, but browsers may stop after the first frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FragmentCoding {
    Brotli,
    Gzip,
}

impl FragmentCoding {
    pub(crate) fn of(coding: Coding) -> Option<Self> {
        match coding {
            Coding::Brotli => Some(Self::Brotli),
            Coding::Gzip => Some(Self::Gzip),
            Coding::Zstandard | Coding::Identity => None,
        }
    }

    /// Compresses the first fragment, with the beginning of the stream.
    pub(crate) fn first(self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        match self {
            Self::Brotli => brotli(bytes, BrotliEncoderParams { appendable: true, ..Default::default() }),
            // No name, no time and an unknown system (RFC 1952, section 2.3).
            Self::Gzip => Ok([&[0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF], &deflate(bytes)?[..]].concat()),
        }
    }

    /// Compresses another fragment.
    pub(crate) fn further(self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        match self {
            Self::Brotli => brotli(bytes, BrotliEncoderParams { catable: true, ..Default::default() }),
            Self::Gzip => deflate(bytes),
        }
    }

    /// The end of the stream.
    pub(crate) fn end(self, whole: &Chunks) -> Vec<u8> {
        match self {
            // An empty last meta-block (RFC 7932, section 9.2).
            Self::Brotli => vec![3],
            Self::Gzip => {
                let mut crc = Crc::new();
                whole.iter().for_each(|part| crc.update(part));
                // An empty last block (RFC 1951, section 3.2.6), the checksum, and the length modulo 2^32.
                [&[3, 0][..], &crc.sum().to_le_bytes(), &crc.amount().to_le_bytes()].concat()
            }
        }
    }
}

/// Compresses without an end of the stream, so that other fragments can follow. A higher quality clears megabytes for
/// each fragment, and gains 1 %.
fn brotli(bytes: &[u8], params: BrotliEncoderParams) -> io::Result<Vec<u8>> {
    let params = BrotliEncoderParams { quality: 4, lgwin: WINDOW, bare_stream: true, size_hint: bytes.len(), ..params };
    let mut writer = brotli::CompressorWriter::with_params(Vec::new(), 4 * 1024, &params);
    writer.write_all(bytes)?;
    Ok(writer.into_inner())
}

/// Compresses to blocks that end at a byte, none of them the last of a stream (RFC 1951).
fn deflate(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut compressed = Vec::with_capacity(bytes.len() / 2 + 64);
    let mut deflate = Compress::new(Compression::default(), false);
    loop {
        let read = usize::try_from(deflate.total_in()).map_err(io::Error::other)?;
        deflate.compress_vec(&bytes[read..], &mut compressed, FlushCompress::Full)?;
        // All input was read, and all output fitted.
        if deflate.total_in() == bytes.len() as u64 && compressed.len() < compressed.capacity() {
            return Ok(compressed);
        }
        compressed.reserve(bytes.len() / 2 + 64);
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn other_results_come_with_another_name() {
        let text: String = (0..2_000).map(|number| format!("<p>{}</p>\n", number * number % 977)).collect();
        let whole = Chunks::from(text);
        let mut digest = blake3::Hasher::new();
        digest.update(COMPRESSION.as_bytes());
        for (coding, quality) in [(Coding::Brotli, 7), (Coding::Brotli, 11), (Coding::Gzip, 7)] {
            digest.update(&compress(&whole, coding, quality).expect("it is compressed in memory"));
        }
        let digest = digest.finalize().to_hex();
        // An export keeps compressed files of an older version as long as the settings have the same name.
        assert_eq!(
            &digest[..16],
            "bcc312baa2722ac9",
            "the compressed bytes are others: change the name COMPRESSION, and this digest"
        );
    }

    #[test]
    fn fragments_in_any_order_are_one_stream() {
        let texts = [
            "<p>The quick brown fox</p>\n".repeat(500),
            String::new(),
            "日本語".to_owned(),
            "x".to_owned(),
            "<p>The quick".repeat(3_000),
        ];
        for fragments in [FragmentCoding::Brotli, FragmentCoding::Gzip] {
            for order in [&[0, 1, 2, 3, 4][..], &[4, 4, 2, 0], &[1, 3, 3, 3], &[1], &[2, 0]] {
                let whole = order.iter().map(|&place| texts[place].clone().into()).collect();
                let whole = Chunks::with_shared(whole, 0);
                let mut stream = Vec::new();
                for (number, &place) in order.iter().enumerate() {
                    let make = if number == 0 { FragmentCoding::first } else { FragmentCoding::further };
                    stream.extend(make(fragments, texts[place].as_bytes()).expect("it is compressed in memory"));
                }
                stream.extend(fragments.end(&whole));
                let mut read = String::new();
                match fragments {
                    FragmentCoding::Brotli => brotli::Decompressor::new(&stream[..], 4096).read_to_string(&mut read),
                    FragmentCoding::Gzip => flate2::read::GzDecoder::new(&stream[..]).read_to_string(&mut read),
                }
                .unwrap_or_else(|error| panic!("{fragments:?} {order:?}: {error}"));
                let expected: String = order.iter().map(|&place| texts[place].as_str()).collect();
                assert_eq!(read, expected, "{fragments:?} {order:?}");
            }
        }
    }
}
