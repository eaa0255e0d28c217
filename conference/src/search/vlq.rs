//! Ascending numbers as text: each is the difference from the one before it, in digits of 64 characters as source maps have
//! them (ECMA-426, base64 VLQ, without sign). Every host compresses text, and few compress binary files.

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/// The bits of a digit that hold a part of the number, the lowest first; the sixth says that another digit follows.
const BITS: u32 = 5;
const MORE: u32 = 1 << BITS;

/// Writes ascending numbers.
pub(super) fn write(numbers: impl IntoIterator<Item = u32>, out: &mut String) {
    let mut before = 0;
    for number in numbers {
        let mut rest = number - before;
        before = number;
        loop {
            let digit = rest % MORE;
            rest >>= BITS;
            let more = if rest > 0 { MORE } else { 0 };
            out.push(DIGITS[(digit | more) as usize].into());
            if rest == 0 {
                break;
            }
        }
    }
}

/// Reads the numbers that [`write`] wrote.
pub(super) fn read(text: &str) -> impl Iterator<Item = u32> {
    let (mut number, mut rest, mut shift) = (0, 0, 0);
    text.bytes().filter_map(move |byte| {
        let digit = u32::from(VALUES[usize::from(byte)]);
        rest |= (digit % MORE) << shift;
        shift += BITS;
        if digit >= MORE {
            return None;
        }
        number += rest;
        (rest, shift) = (0, 0);
        Some(number)
    })
}

/// The values of the digits.
const VALUES: [u8; 256] = {
    let mut values = [0; 256];
    let mut value = 0;
    while value < DIGITS.len() {
        values[DIGITS[value] as usize] = value as u8;
        value += 1;
    }
    values
};

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{read, write};

    proptest! {
        #[test]
        fn what_is_written_is_read(numbers in prop::collection::btree_set(0..200_000_000_u32, 0..40)) {
            let mut text = String::new();
            write(numbers.iter().copied(), &mut text);
            prop_assert_eq!(read(&text).collect::<Vec<_>>(), numbers.into_iter().collect::<Vec<_>>());
        }
    }

    #[test]
    fn small_differences_take_one_character() {
        let mut text = String::new();
        write([0, 4, 8, 40, 1000], &mut text);
        assert_eq!(text, "AEEgBge");
    }
}
