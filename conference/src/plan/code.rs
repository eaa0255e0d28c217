//! The short codes by which plans name sessions.

use std::fmt;

/// The digits of base 32 without letters that look like others (Crockford).
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The digits of a code: with 1,000 sessions, 3 events of 200 have two with the same code.
const LENGTH: usize = 5;

/// The longest text that is read as a code.
const LONGEST: usize = 8;

/// The code of a session in a plan: the first 25 bits of its guid (`Event::guid`) in base 32.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code(Box<str>);

impl Code {
    /// The code of a session whose guid begins with these bytes.
    pub(crate) fn of(guid: [u8; 16]) -> Self {
        let bits = u128::from_be_bytes(guid);
        let digit = |place: usize| {
            let shifted = bits >> (128 - 5 * (place + 1));
            char::from(DIGITS[(shifted & 31) as usize])
        };
        Self((0..LENGTH).map(digit).collect::<String>().into())
    }

    /// Reads a code; capitals are small letters. `None` for text that can be none.
    pub fn parse(text: &str) -> Option<Self> {
        let is_code = (1..=LONGEST).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        is_code.then(|| Self(text.to_ascii_lowercase().into()))
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
