//! The texts of files, placed next to each other in memory.

use std::io::{self, Read};

use bytes::{BufMut as _, Bytes, BytesMut};

/// The largest size of a block, in bytes.
const BLOCK: usize = 4 * 1024 * 1024;

/// Reads texts into blocks. A program that loads once returns each block to the system with the last of its texts. The
/// allocator would keep the memory of single texts for other texts of their size. The first block has the length of its text, and
/// each further one the double size: a text that is read alone, after a change, keeps no memory but its own.
#[derive(Debug, Default)]
pub(super) struct Texts {
    /// The rest of the last block.
    block: BytesMut,
    /// The least size of the next block.
    next: usize,
}

impl Texts {
    /// Reads a file to its end; `length` is its length according to the file system, in bytes.
    pub(super) fn read(&mut self, mut file: impl Read, length: u64) -> io::Result<Bytes> {
        // The caller limits the file. A wrong length never reserves more than a block.
        let length = usize::try_from(length).unwrap_or(BLOCK).min(BLOCK);
        if self.block.capacity() < length {
            let size = length.max(self.next);
            self.block = BytesMut::with_capacity(size);
            self.next = (size * 2).min(BLOCK);
        }
        let copied = io::copy(&mut file, &mut (&mut self.block).writer());
        let text = self.block.split().freeze();
        copied.map(|_| text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_whole_wherever_they_lie_in_blocks() {
        let mut texts = Texts::default();
        let mut all = Vec::new();
        // Lengths that are right or wrong, and texts at the end of a block.
        let lengths =
            [(5, 5), (0, 0), (9, 0), (0, 9), (BLOCK - 20, 7), (3, 3), (BLOCK + 1, BLOCK + 1), (4, 4), (9, usize::MAX)];
        for ((length, said), letter) in lengths.into_iter().zip(b'a'..) {
            let written = vec![letter; length];
            let read = texts.read(&written[..], said as u64).expect("it is in memory");
            all.push((written, read));
        }
        assert!(all.iter().all(|(written, read)| written[..] == read[..]));
    }

    #[test]
    fn what_cannot_be_read_to_its_end_leaves_nothing_in_the_next_text() {
        struct Broken(bool);
        impl Read for Broken {
            fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
                if std::mem::replace(&mut self.0, true) {
                    return Err(io::ErrorKind::TimedOut.into());
                }
                buffer[0] = b'x';
                Ok(1)
            }
        }
        let mut texts = Texts::default();
        assert!(texts.read(Broken(false), 5).is_err());
        assert_eq!(&*texts.read(&b"good"[..], 4).expect("it is in memory"), b"good");
    }
}
