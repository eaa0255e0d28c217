//! Underscores in bare addresses: those of `https://example.org/__init__/` are no emphasis.

use super::inline::{Inline, parts};

/// The offsets beside underscores at which joiners are needed, ascending. Between letters, underscores are words.
pub(super) fn joints(body: &str) -> Vec<usize> {
    let mut joints = Vec::new();
    if !body.contains("://") {
        return joints;
    }
    let mut start = 0;
    for line in body.split_inclusive('\n') {
        let mut offset = start;
        start += line.len();
        for part in parts(line) {
            let length = match part {
                Inline::Words(text) => text.len(),
                Inline::Ruby { base, reading } => base.len() + reading.len() + 3,
                Inline::Address(address) => {
                    beside(address, line.as_bytes(), offset - (start - line.len()), offset, &mut joints);
                    address.len()
                }
            };
            offset += length;
        }
    }
    joints
}

/// Adds the ends of the runs of underscores that are not between letters.
fn beside(address: &str, line: &[u8], in_line: usize, offset: usize, joints: &mut Vec<usize>) {
    let bytes = address.as_bytes();
    let is_letter = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
    let mut place = 0;
    while let Some(start) = bytes[place..].iter().position(|byte| *byte == b'_').map(|found| place + found) {
        let end = start + bytes[start..].iter().take_while(|byte| **byte == b'_').count();
        if !is_letter(start.checked_sub(1).and_then(|before| bytes.get(before))) {
            joints.push(offset + start);
        }
        if !is_letter(line.get(in_line + end)) {
            joints.push(offset + end);
        }
        place = end;
    }
}
